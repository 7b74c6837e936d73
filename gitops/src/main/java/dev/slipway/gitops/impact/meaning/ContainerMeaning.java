package dev.slipway.gitops.impact.meaning;

import dev.slipway.gitops.impact.fields.Turn;
import org.jspecify.annotations.Nullable;

/** What becomes of a container. */
public sealed interface ContainerMeaning extends Meaning {

    String container();

    /** Another image. */
    record Image(
            String container,
            @Nullable String before,
            @Nullable String after) implements ContainerMeaning {
        @Override
        public Severity severity() {
            return moves() ? Severity.RISKY : Severity.NOTABLE;
        }

        /** A tag that is meant to be moved, or none: nobody knows tomorrow what runs today. */
        private boolean moves() {
            return after != null
                    && !after.contains("@")
                    && (after.endsWith(":latest") || after.indexOf(':', after.lastIndexOf('/') + 1) < 0);
        }

        @Override
        public String words() {
            return "Image of " + container + ": " + Words.change(before, after)
                    + (moves() ? "; what it is can change without a commit" : "");
        }
    }

    /** A container more. */
    record Added(String container, String image) implements ContainerMeaning {
        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "New container " + container + " of image " + Words.brief(image);
        }
    }

    /** A container less. */
    record Removed(String container) implements ContainerMeaning {
        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return "Container " + container + " removed";
        }
    }

    /** A variable stands several times. */
    record VariableRepeated(String container, String variable) implements ContainerMeaning {
        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return "Variable " + variable + " of " + container + " stands several times: the last one holds";
        }
    }

    /** An environment variable; null where it is not there. Values of secrets are hidden already. */
    record Variable(
            String container,
            String name,
            @Nullable String before,
            @Nullable String after) implements ContainerMeaning {
        @Override
        public Severity severity() {
            return after == null ? Severity.RISKY : Severity.NOTABLE;
        }

        @Override
        public String words() {
            if (before == null) {
                return "New variable " + name + " of " + container + ": " + Words.brief(after);
            }
            return after == null
                    ? "Variable " + name + " of " + container + " removed (was " + Words.brief(before) + ")"
                    : "Variable " + name + " of " + container + ": "
                            + (before.equals(after) ? before + ", changed" : Words.change(before, after));
        }
    }

    /** Variables from a ConfigMap or Secret as a whole. */
    record VariableSource(String container, String source, boolean added) implements ContainerMeaning {
        @Override
        public Severity severity() {
            return added ? Severity.NOTABLE : Severity.RISKY;
        }

        @Override
        public String words() {
            return (added ? "All variables of " : "No variables any more of ") + source + " for " + container;
        }
    }

    /**
     * A request or limit.
     *
     * @param field for example {@code memory limit}
     */
    record Resources(
            String container,
            String field,
            @Nullable String before,
            @Nullable String after,
            boolean lowersMemoryLimit) implements ContainerMeaning {
        @Override
        public Severity severity() {
            return lowersMemoryLimit || after == null ? Severity.RISKY : Severity.NOTABLE;
        }

        @Override
        public String words() {
            String first = Character.toUpperCase(field.charAt(0)) + field.substring(1);
            return first + " of " + container + ": " + Words.change(before, after)
                    + (lowersMemoryLimit ? "; a container that needs more is killed" : "");
        }
    }

    /**
     * A probe.
     *
     * @param probe for example {@code readiness}
     */
    record Probe(String container, String probe, Turn turn) implements ContainerMeaning {
        @Override
        public Severity severity() {
            return turn == Turn.REMOVED && !probe.equals("startup") ? Severity.RISKY : Severity.NOTABLE;
        }

        @Override
        public String words() {
            String what = Character.toUpperCase(probe.charAt(0)) + probe.substring(1) + " probe of " + container;
            return switch (turn) {
                case ADDED -> what + " added";
                case CHANGED -> what + " changed";
                case REMOVED ->
                    what + " removed" + (probe.equals("readiness") ? ": pods get traffic before they can answer" : "");
            };
        }
    }

    /** A port that a container names. */
    record Port(String container, String port, Turn turn) implements ContainerMeaning {
        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "Port " + port + " of " + container + " " + turn.word();
        }
    }

    /** A port of the node that leads to the container; null where there is none. */
    record HostPort(
            String container,
            String port,
            @Nullable String before,
            @Nullable String after) implements ContainerMeaning {
        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return "Host port of " + port + " of " + container + ": " + Words.change(before, after)
                    + (after == null
                            ? "; nodes do not answer there any more"
                            : "; open on the node itself, and a node has room for one such pod");
        }
    }

    /** What it runs. */
    record Command(
            String container,
            String field,
            @Nullable String before,
            @Nullable String after) implements ContainerMeaning {
        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return (field.equals("args") ? "Arguments" : "Command") + " of " + container + " changed";
        }
    }

    /**
     * What it may do.
     *
     * @param container a container's name, or {@code the pods}
     */
    record Security(
            String container,
            String field,
            @Nullable String before,
            @Nullable String after,
            boolean weaker) implements ContainerMeaning {
        @Override
        public Severity severity() {
            return weaker ? Severity.RISKY : Severity.NOTABLE;
        }

        @Override
        public String words() {
            return (weaker ? "Weaker security of " : "Security of ") + container + ": " + field + " "
                    + Words.change(before, after);
        }
    }

    /** What it sees of volumes. */
    record Mount(String container, String path, Turn turn) implements ContainerMeaning {
        @Override
        public Severity severity() {
            return turn == Turn.ADDED ? Severity.NOTABLE : Severity.RISKY;
        }

        @Override
        public String words() {
            return "Mount " + path + " of " + container + " " + turn.word();
        }
    }
}
