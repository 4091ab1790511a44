@isolation
Feature: User isolation
  Whatever a person has, says and is told here is hers alone: at any number of people, at the same moment, and for
  whoever knows where it is kept.

  Protects: $500K+ liability from data leaks

  Rule: People who come at the same moment stay themselves

    @ISO-1
    Scenario: People who sign in at the same moment stay themselves
      Given 5 people who have nothing to do with each other
      When they all sign in at the same moment
      Then each of them is somebody else, with a session of her own
      And each of them, reading at the same moment, is told of nobody but herself
      And nobody's pass, tried on what is another's, opens it

  Rule: Agents keep every person's context apart

    @ISO-2
    Scenario: Agents that work at the same moment keep every person's context apart
      Given 4 people, each watching a new conversation
      When they all ask the same at the same moment, each about her own figures
      Then each of them is told all of her own work, and nothing of another's
      And each of them is answered from her own figures, and from nobody else's
      And what one of them has told the agents is known to none of the others who ask for it

  Rule: What is told live reaches its owner only

    @ISO-3
    Scenario: Live lines under load tell their owners only
      Given 6 people, each watching on two devices
      When each of them asks for several things at once, and loses one of her lines meanwhile
      Then every line has told all of its owner's work and nothing else, once and in order, on both devices alike
      And every line still answers when all is over
      And nobody is told what is another's for asking to be told it again

  Rule: Knowing where something is kept opens nothing

    @ISO-4
    Scenario: Knowing an address opens nothing
      Given 4 people, each with conversations and an answer of her own
      When each of them tries all that there is to do with what the others have
      Then what is another's is answered just as what does not exist, and takes as long
      And nothing of anybody's has changed
      And no list, search or total betrays anything of another
      And who owns something may rename it, turn its pages and delete it, and nothing else goes with it
      And nobody can act in another's name by saying so, or by showing another's pass
      And when one of them is gone for good, her pass and what she had open nothing, and nothing of it is there when she comes back
      And nothing that the platform offers was left out, and nothing comes of what was deleted

  Rule: Promises hold for many at once

    @ISO-5
    Scenario: The platform holds its promises to many people at once
      Given a crowd of 8 people
      When they all register, connect, ask and read back at the same moment
      Then all that were promised to come through do
      And nobody has waited longer than promised
      And Mallory, who asks for far more than anybody may, is slowed, and nobody else is
      And Asha may send 60 messages within a minute and no more, on her line and by calls together, while others may
      And nobody was shown anything of another
      And every part of the platform says in time that it is well, and of itself nothing but what is so
