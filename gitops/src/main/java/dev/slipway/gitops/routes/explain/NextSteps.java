package dev.slipway.gitops.routes.explain;

import dev.slipway.gitops.routes.Route.Cause;

/** What to do about a cause. */
final class NextSteps {

    private NextSteps() {}

    static String of(Cause cause) {
        return switch (cause) {
            case NO_CLUSTER -> "Name the cluster in platform.yaml.";
            case LOOP -> "Let the VirtualService of that cluster lead to a Service.";
            case NO_GATEWAY -> "Add the Gateway that platform.yaml names for this cluster.";
            case HOST_NOT_SERVED -> "Correct the host, or add it to the Gateway's servers.";
            case NO_VIRTUAL_SERVICE -> "Add a VirtualService with this host and the cluster's gateway.";
            case NOT_BEHIND_PATTERN ->
                "See which previews there are, and whether its pull request is open: slipway previews. For another host, add"
                        + " a VirtualService that has it.";
            case NOT_BOUND -> "Name the cluster's gateway, with its namespace, in spec.gateways.";
            case NOT_ADMITTED ->
                "Move the VirtualService, or let the Gateway's server take the host from its namespace.";
            case NO_MATCH -> "Correct the request or a match, or add a rule without match at the end.";
            case SHADOWED -> "Put the rule into the VirtualService with the more specific host.";
            case NOT_UNDERSTOOD -> "Correct it, or write the rule without it.";
            case DELEGATE_MISSING -> "Add the VirtualService without hosts, or correct delegate.";
            case NO_WEIGHT -> "Give one of the destinations a weight.";
            case NO_SERVICE_ENTRY ->
                "Add a ServiceEntry with this host, or correct the destination; a name with dots is complete.";
            case UNKNOWN_NETWORK -> "Correct the address, or the cluster's network in platform.yaml.";
            case NO_PORT -> "Let both name the same port.";
            case NO_SUBSET -> "Add the subset to a DestinationRule of this host.";
            case NO_SERVICE -> "Correct the destination: name.namespace.svc.cluster.local.";
            case SELECTS_NOTHING -> "Let the Service's selector and the pod template's labels agree.";
            case NOTHING_READY -> "See the application's health and logs.";
            case NOT_SEEN -> "Name a checkout of that repository with --source URL=DIRECTORY.";
        };
    }
}
