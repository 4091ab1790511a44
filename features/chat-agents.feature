@chat
Feature: Chat agents
  Whoever asks gets one complete answer that rests on her own figures, is told how it comes about, and is told
  the truth when it cannot be had.

  Protects: $50K+ MRR of core chat value

  Rule: One question gets one complete answer, from the asker's own figures

    @CHAT-1
    Scenario: One question, one complete answer
      Given Asha is watching a new conversation
      When Asha asks what her workload costs a month
      Then Asha is answered with her own workload and what it costs, and nothing is invented
      And the conversation holds Asha's question and that answer, once each
      And another question of Asha's, about a model at its listed price, gets another answer
      And follow-ups build on all that Asha said before, what she said last counts, and nothing is known elsewhere
      And a long question of Asha's in many writings is kept, told and found again, letter for letter
      And a message that Asha sends twice by accident, or several times at once, is answered once

  Rule: Several agents and real tools work on one request

    @CHAT-2
    Scenario: Several agents and real tools work on one request
      Given Asha is watching a new conversation
      When Asha asks how her workload is used, what it costs, and where it would cost less
      Then Asha is told of at least three agents besides the one in charge, each handed its part in good order
      And the record of Asha's work names the same agents, and when it began and ended
      And at least two tools compute on Asha's own figures, and rightly
      And Asha's answer rests on what the tools computed, and nothing is invented

  Rule: A long task keeps its owner informed to the end, and stops when she says so

    @CHAT-3
    Scenario: A long task keeps its owner informed to the end
      Given Asha is watching a new conversation
      When Asha asks for work in five parts
      Then Asha is told of her progress at least three times, forwards only, each time something new
      And Asha is never left without a word for long
      And Asha's result covers every part that she asked for, from her own figures, and nothing is invented
      And other such tasks that Asha stops midway, on the line and by a call, have ended within 2 seconds, and nothing more comes of them

  Rule: What cannot be done is said, never disguised, and the next question works

    @CHAT-4
    Scenario: When an agent cannot finish, its owner is told, and the next question works
      Given Asha is watching a new conversation
      When Asha asks to have a report read that does not exist, and mail sent to her contacts
      Then Asha is told that neither was done, and nothing is invented in their place
      And a model that does not exist is given no price when Asha asks for one
      And nothing unfinished of Asha's is kept as if it were complete
      And Asha can ask on in the same conversation, and is answered in full
      And five questions of Asha's are taken at once, again and again, whatever has failed, was stopped or was deleted

  Rule: A business workflow of six parts ends in a deliverable

    @CHAT-5
    Scenario: A business workflow of six parts ends in a deliverable
      Given Asha is watching a new conversation
      When Asha asks for a migration plan in six parts
      Then Asha's plan has all six parts, each with something of its own to say
      And Asha's plan adds up: its timeline step by step, its estimate from her own figures
      And Asha's plan was worked out by named agents, in the order she asked
      And Asha can read the plan again later, whole, on another device
