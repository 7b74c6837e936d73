package dev.slipway.gitops.impact.meaning;

import dev.slipway.gitops.impact.fields.Turn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of the ways to a workload and from it. */
public sealed interface NetworkMeaning extends Meaning {

    /** A host that is answered. */
    record Host(String host, boolean added) implements NetworkMeaning {
        @Override
        public Severity severity() {
            return added ? Severity.NOTABLE : Severity.BREAKS;
        }

        @Override
        public String words() {
            return added ? "Answers for " + host : "Does not answer for " + host + " any more";
        }
    }

    /** Who a Service leads to. */
    record Selector(String before, String after) implements NetworkMeaning {
        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return "Leads to pods with " + after + " instead of " + before;
        }
    }

    /** A Service that leads to nothing. */
    record SelectsNothing(String service, List<String> before) implements NetworkMeaning {

        public SelectsNothing {
            before = List.copyOf(before);
        }

        @Override
        public Severity severity() {
            return Severity.BREAKS;
        }

        @Override
        public String words() {
            return "Service \"" + service + "\" leads to no pods any more; it led to " + String.join(", ", before);
        }
    }

    /** A port of a Service. */
    record ServicePort(String port, Turn turn) implements NetworkMeaning {
        @Override
        public Severity severity() {
            return switch (turn) {
                case ADDED -> Severity.PLAIN;
                case CHANGED -> Severity.NOTABLE;
                case REMOVED -> Severity.BREAKS;
            };
        }

        @Override
        public String words() {
            return switch (turn) {
                case ADDED -> "Service port " + port + " added";
                case CHANGED -> "Service port " + port + " changed";
                case REMOVED -> "Service port " + port + " removed: whoever calls it is refused";
            };
        }
    }

    /**
     * A port of a Service leads to one that no container declares any more. By name it leads nowhere then; a number need not be
     * declared, since {@code containerPort} is for people alone.
     *
     * @param target the name or number within the pods
     */
    record LeadsToNoPort(String service, String port, String target, boolean named) implements NetworkMeaning {
        @Override
        public Severity severity() {
            return named ? Severity.BREAKS : Severity.RISKY;
        }

        @Override
        public String words() {
            String way = "Service \"" + service + "\" port " + port + " leads to ";
            return named
                    ? way + "no port any more: no container names one \"" + target + "\""
                    : way + target + ", which no container declares any more";
        }
    }

    /**
     * An Ingress or a route leads to a port that its Service does not have.
     *
     * @param port for example {@code named http}, or {@code 8080}
     */
    record LeadsNowhere(String route, String service, String port) implements NetworkMeaning {
        @Override
        public Severity severity() {
            return Severity.BREAKS;
        }

        @Override
        public String words() {
            return route + " leads nowhere: Service \"" + service + "\" has no port " + port;
        }
    }

    /**
     * Istio's sidecars of pods.
     *
     * @param added whether pods get them, or lose them
     */
    record Sidecars(boolean added) implements NetworkMeaning {
        @Override
        public Severity severity() {
            return added ? Severity.NOTABLE : Severity.RISKY;
        }

        @Override
        public String words() {
            return added
                    ? "Pods get a sidecar of the mesh as they are made anew"
                    : "Pods lose their sidecar of the mesh as they are made anew: where mutual TLS is strict they reach"
                            + " nobody, and policies of the mesh hold for them no more";
        }
    }

    /** How a Service is reached. */
    record ServiceType(@Nullable String before, @Nullable String after) implements NetworkMeaning {
        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return "Type of Service: " + Words.change(before, after);
        }
    }

    /** Rules of routes: matches, destinations, weights, timeouts. */
    record Routing(List<String> fields) implements NetworkMeaning {

        public Routing {
            fields = List.copyOf(fields);
        }

        @Override
        public Severity severity() {
            return Severity.NOTABLE;
        }

        @Override
        public String words() {
            return "Routing changes: " + String.join(", ", fields);
        }
    }

    /** Who may talk to whom. */
    record PolicyChanged(List<String> fields) implements NetworkMeaning {

        public PolicyChanged {
            fields = List.copyOf(fields);
        }

        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return "Traffic that is admitted changes: " + String.join(", ", fields);
        }
    }

    /** A new policy shuts what it does not name. */
    record PolicyAdded(String policy) implements NetworkMeaning {
        @Override
        public Severity severity() {
            return Severity.RISKY;
        }

        @Override
        public String words() {
            return "New " + policy + ": the pods it selects lose all traffic that no policy names";
        }
    }
}
