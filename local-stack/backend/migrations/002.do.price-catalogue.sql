create table model_prices (
  model text primary key,
  input_usd_per_million numeric(10, 4) not null,
  output_usd_per_million numeric(10, 4) not null
);

insert into model_prices (model, input_usd_per_million, output_usd_per_million) values
  ('gpt-4o', 2.50, 10.00),
  ('gpt-4o-mini', 0.15, 0.60),
  ('claude-sonnet', 3.00, 15.00),
  ('claude-haiku', 0.80, 4.00),
  ('mistral-large', 2.00, 6.00),
  ('mistral-small', 0.20, 0.60);
