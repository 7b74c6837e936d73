package dev.slipway.gitops.parity;

import dev.slipway.gitops.parity.dependencies.Declaration;
import dev.slipway.gitops.parity.dependencies.Dependency;
import dev.slipway.gitops.parity.dependencies.DependencyCheck;
import dev.slipway.gitops.parity.dependencies.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was proved about calls in one environment holds in the other: the same TLS mode, the needed credential in the pods, and
 * nothing called that is not declared.
 */
final class DependencyTerm {

    private final Side.Known left;
    private final Side.Known right;
    private final List<Difference> differences = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    private DependencyTerm(Side.Known left, Side.Known right) {
        this.left = left;
        this.right = right;
    }

    static TermResult of(Side.Known left, Side.Known right, boolean mustMatch) {
        DependencyTerm term = new DependencyTerm(left, right);
        term.unknown(left);
        term.unknown(right);
        term.modes();
        term.own(left, true);
        term.own(right, false);
        return TermResult.of(Term.DEPENDENCY_TLS, mustMatch, term.differences, term.unknown);
    }

    private void unknown(Side.Known side) {
        DependencyCheck.reasons(side.dependencies()).forEach(each -> unknown.add(side.environment() + ": " + each));
    }

    private void modes() {
        Map<String, Endpoint> one = endpoints(left);
        Map<String, Endpoint> other = endpoints(right);
        if (!isRead(left) || !isRead(right)) {
            return;
        }
        TreeSet<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        for (String name : names) {
            compare(name, one.get(name), other.get(name));
        }
    }

    private void compare(String name, @Nullable Endpoint one, @Nullable Endpoint other) {
        if (one == null || other == null) {
            add(
                    name,
                    one,
                    other,
                    "\"" + name + "\" is called in " + (one == null ? right : left).environment()
                            + " only: nothing proves it in " + (one == null ? left : right).environment() + ".");
        } else if (one.tls() != other.tls()) {
            add(
                    name + ".tls",
                    one,
                    other,
                    left.environment() + " calls \"" + name + "\" " + words(one) + ", " + right.environment() + " "
                            + words(other) + ": what works in one says nothing about the other.");
        } else if ((one.credential() == null) != (other.credential() == null)) {
            add(
                    name + ".credential",
                    one,
                    other,
                    "\"" + name + "\" needs a credential in " + (one.credential() == null ? right : left).environment()
                            + " only.");
        }
    }

    private static String words(Endpoint endpoint) {
        return switch (endpoint.tls()) {
            case NONE -> "without TLS";
            case TLS -> "with TLS";
            case MUTUAL -> "with mutual TLS";
        };
    }

    private void add(String path, @Nullable Endpoint one, @Nullable Endpoint other, String words) {
        differences.add(new Difference(
                DependencyCheck.OBJECT,
                path,
                one == null ? null : one.toString(),
                other == null ? null : other.toString(),
                words,
                null));
    }

    /** What an environment lacks by itself. */
    private void own(Side.Known side, boolean isLeft) {
        if (!isRead(side)) {
            return;
        }
        endpoints(side).forEach((name, endpoint) -> {
            Optional<String> missing = DependencyCheck.missing(endpoint, side.manifests());
            missing.ifPresent(words -> found(
                    DependencyCheck.OBJECT,
                    name + ".credential (" + side.environment() + ")",
                    "needs " + endpoint.credential() + ": " + words,
                    isLeft,
                    "In " + side.environment() + " \"" + name + "\" (" + endpoint.host() + ") needs "
                            + endpoint.credential() + ", and " + words + "."));
        });
        List<Dependency> dependencies = DependencyCheck.declared(side.dependencies());
        DependencyCheck.undeclared(side.environment(), dependencies, side.manifests())
                .forEach((host, where) -> found(
                        where,
                        "",
                        host,
                        isLeft,
                        "\"" + host + "\" is called in " + side.environment() + " and " + DependencyCheck.OBJECT
                                + " does not declare it for that environment."));
    }

    private void found(String object, String path, String value, boolean isLeft, String words) {
        differences.add(new Difference(object, path, isLeft ? value : null, isLeft ? null : value, words, null));
    }

    private static boolean isRead(Side.Known side) {
        return side.dependencies() instanceof Declaration.Read;
    }

    private static Map<String, Endpoint> endpoints(Side.Known side) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        DependencyCheck.declared(side.dependencies())
                .forEach(each -> each.in(side.environment()).ifPresent(at -> endpoints.put(each.name(), at)));
        return endpoints;
    }
}
