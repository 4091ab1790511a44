@websocket
Feature: Live events
  Whoever watches is told the whole story of the work while it happens, loses nothing when the line is lost, and is
  never told what is somebody else's.

  Protects: the premium experience that justifies the price

  Rule: The whole story, in order, as it happens

    @LIVE-1
    Scenario: A watcher is told the whole story, in order, as it happens
      Given Asha is watching a new conversation
      When Asha asks for a long piece of work, and watches it in a browser, too
      Then Asha was welcomed as herself before anything else was said
      And the first word of the work reaches Asha in time
      And Asha is told the whole story in order, each thing once
      And Asha is told of the work as it happens, not all at its end
      And what is on record is what Asha was told
      And Asha's browser is told the very same

  Rule: A dropped connection loses nothing

    @LIVE-2
    Scenario: A dropped connection loses nothing
      Given Asha is watching a long piece of work on two devices
      When Asha's line on one of them is lost three times, and comes back
        | she hangs up    |
        | it is cut off   |
        | it falls silent |
      Then Asha's work never noticed, and its whole answer is in the conversation
      And Asha is told all that she had missed each time, once and in order
      And Asha's other device has heard the whole story
      And a device of Asha's that comes late catches up
      And nothing of Asha's is lost when the platform begins anew, and work that this cuts off has an end

  Rule: Progress is told in real time during long work

    @LIVE-3
    Scenario: Progress is told in real time during long work
      Given Asha is watching a new conversation
      And Bram is on a line on which nothing happens
      When Asha asks for two long pieces of work at once, and for two short ones in one conversation
      Then each of Asha's works tells its own progress, forwards only
      And each of Asha's works, long or short, is answered as it was asked
      And what Asha is told has happened just then
      And neither of Asha's works is ever silent for long
      And Bram's line gives signs of life again and again

  Rule: Each person's live events are hers alone

    @LIVE-4
    Scenario: Each person's live events are hers alone
      Given Asha, Bram and Chidi are each watching a new conversation
      When Asha, Bram and Chidi ask at the same moment what their workloads cost
      Then Asha, Bram and Chidi are each told of their own work, and of nobody else's
      And Asha, Bram and Chidi were each welcomed as who the pass says they are
      And Mallory tries to watch without a good pass, and from a foreign page, and is turned away before the first word

  Rule: A faulty message is answered with an error and harms nobody

    @LIVE-5
    Scenario: A faulty message is answered with an error and harms nobody
      Given Asha and Bram are each watching a new conversation
      And Chidi is watching with a pass that is about to run out
      When Asha sends, while work of Bram's goes on,
        | a message that breaks off                                             |
        | a list in place of a message                                          |
        | sounds in place of words                                              |
        | a message of an unknown kind                                          |
        | every kind of message, with each thing in it left out or senseless    |
        | a question into somebody else's conversation                          |
        | a wish to hear somebody else's conversation                           |
        | a wish to stop somebody else's work                                   |
      Then each of these is answered with an error of its own, Asha's line goes on, and nothing comes of it for her or Bram
      And Asha can go on asking, and is answered
      And questions of Asha's are taken up to their longest, and what is longer or empty leaves nothing behind
      And Asha may have ten lines and no more, until one of them ends, and Bram has his
      And a message of Asha's that is far too long ends that line and no other
      And a flood of Asha's is slowed, and Bram, whose work has been done, notices nothing of it
      And Chidi's lines end when the pass has run out, and when he signs out
