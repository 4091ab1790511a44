@auth
Feature: Authentication
  People get in as themselves, stay in while they work, and everybody else stays out.

  Protects: $50K+ MRR from authentication failures

  Rule: A newcomer is at work at once, and an address belongs to one person

    @AUTH-1
    Scenario: A newcomer registers and is at work at once
      Given Asha is new here
      When Asha registers
      Then Asha is the same person wherever she is asked who she is
      And Asha can ask her first question, and is answered in a conversation of her own
      And Mallory cannot register Asha's address, however it is spelled
      And of several who register an address of Chidi at the same moment, one gets in
      And Bram's password opens letter for letter and to its end, however long it is
      And Bram is called what he says and has no more rights than Asha for the asking, when his name
        | has umlauts             |
        | is Chinese              |
        | has an emoji            |
        | goes from right to left |
        | has quotes and signs    |
        | is left out             |
      And Chidi's registration is refused with a reason, and leaves nothing behind, when
        | the address is no address               |
        | the address ends at its @               |
        | the address has a blank                 |
        | the address has two @                   |
        | the address is empty                    |
        | the password is too short               |
        | the password is too short, in Cyrillic  |
        | the password is the address             |
        | the password is the address in capitals |
        | the password is empty                   |
        | the address is missing                  |
        | the password is missing                 |
        | the name is no text                     |
        | the name is a number                    |
        | the password is a number                |

  Rule: Signing in through an outside provider leads to the same account and the same rights

    @AUTH-2
    Scenario: Signing in through an outside provider leads to the same account and rights
      Given Asha is known to the outside provider by an address of her own
      And Bram has an account with a password
      When Asha signs in through the outside provider in three browsers at once, and then once more
      Then Asha has one account, and the same rights as Bram
      And Asha can ask a question, and is answered
      And each sign-in of Asha's belonged to the browser that began it, put no pass in an address and came out at home
      And Asha's session from there renews and ends like any other
      And Mallory gets nowhere with a sign-in of Asha's when
        | its answer is used a second time                |
        | its answer is opened in a stranger's browser    |
        | a stranger opens its answer beside one of his own |
        | a stranger puts its code into one of his own    |
        | it is to be at a provider that there is not     |
        | its answer belongs to no sign-in                |
        | it carries the code of an earlier one           |
        | its proof of origin is exchanged on the way     |
        | its mark of freshness is exchanged on the way   |
        | its way back leads elsewhere                    |
      And Mallory gets into neither Bram's account nor Asha's by claiming the address at the outside provider, and a free one stays free for Chidi
      And Chidi is signed in neither without his consent, nor by the side door for testers without its key, and Bram's address opens it to nobody

  Rule: A session renews without interruption and never outlives its time

    @AUTH-3
    Scenario: A session renews without interruption and never outlives its time
      Given Asha is watching a long piece of work, in a session that is about to run out
      When Asha renews her session
      Then Asha is still herself, with a new pass and a new means of renewal
      And what renews opens nothing to Asha, and what opens does not renew
      And Mallory cannot renew Asha's session with a means of renewal
        | that is none                     |
        | signed by nobody                 |
        | altered after it was issued      |
        | signed by a stranger             |
        | whose time is over               |
        | that was never issued            |
        | of a closed account              |
        | of a session that was signed out |
      And using a means of renewal twice, later or at once, ends that session of Asha's with its lines, and no other
      And the session that was not renewed opens nothing to Asha once its time is up
      And Asha's watching and her work have gone on until the answer was there

  Rule: Signing out closes every door of that device at once, and of no other

    @AUTH-4
    Scenario: One person works on several devices and signs out on one of them
      Given Asha has signed in on three devices at the same moment
      And Asha has begun a conversation on each device
      And Asha has renewed her session on each device, and has two lines there
      And each device shows the same Asha and all her conversations
      When Asha signs out on the second device
      Then Asha's second device is shut out everywhere at once
      And Asha's other devices go on as before

  Rule: Failure is refused, explained, and recovered from

    @AUTH-5
    Scenario: Failure is refused, explained, and recovered from
      Given Asha has a conversation about "Payroll"
      And Bram and Chidi have accounts of their own
      And Mallory has guessed at Chidi's password while Bram signed in
      When Mallory tries to get in as Asha with a pass
        | that is none               |
        | signed by nobody           |
        | signed in another way      |
        | altered after it was issued |
        | without its signature      |
        | signed by a stranger       |
        | bringing its own key       |
        | issued elsewhere           |
        | meant for another service  |
        | without an end             |
        | whose time is over         |
        | whose time has not come    |
        | of another kind            |
        | that belongs to nobody     |
        | in an address              |
        | that was signed out        |
        | of a closed account        |
      Then no refusal tells Mallory whether Asha's address has an account, or how the platform is built, whatever is sent
      And Mallory's guessing is slowed after ten failures, alike wherever he guesses
      And no foreign page can read or frame what is Asha's
      And Mallory has to wait for Chidi's account as long as he was told
      And Mallory is refused at every door, while Asha's own pass opens each of them
      And Asha's own password still opens, and "Payroll" is as she left it
