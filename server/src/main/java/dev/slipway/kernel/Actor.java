package dev.slipway.kernel;

/** Who commands: a person, a token, or the system on somebody's behalf. Every command has one, the audit remembers it. */
public sealed interface Actor {

    /** The account's name; for the system, the name of the part that acts. */
    String name();

    /** The account that answers for the command: the person, the token's owner, or whom the system acts for. */
    String account();

    /** A signed-in person. */
    record Person(String name) implements Actor {
        @Override
        public String account() {
            return name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A token for API or Git, with the account it belongs to. */
    record Token(String name, String account) implements Actor {
        @Override
        public String toString() {
            return account + " (token " + name + ")";
        }
    }

    /** A part of Slipway, acting for an account; {@code account} is {@code slipway} when it acts of its own accord. */
    record Automation(String name, String account) implements Actor {
        @Override
        public String toString() {
            return account.equals(SLIPWAY) ? name : name + " for " + account;
        }
    }

    /** The account that Slipway itself writes with. */
    String SLIPWAY = "slipway";

    /** A part of Slipway acting of its own accord. */
    static Actor system(String part) {
        return new Automation(part, SLIPWAY);
    }

    /** A part of Slipway carrying out what this actor asked for. */
    static Actor onBehalfOf(String part, Actor actor) {
        return new Automation(part, actor.account());
    }
}
