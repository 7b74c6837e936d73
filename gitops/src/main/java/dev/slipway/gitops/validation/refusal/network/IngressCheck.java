package dev.slipway.gitops.validation.refusal.network;

import dev.slipway.gitops.validation.refusal.ObjectCheck;
import dev.slipway.gitops.validation.rule.Rule;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.syntax.Names;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An Ingress leads from hosts and paths to one backend each. */
public final class IngressCheck implements ObjectCheck {

    private static final Pattern ADDRESS = Pattern.compile("\\d+(\\.\\d+){3}");
    private static final List<String> NOT_WITHIN = List.of("//", "/./", "/../", "%2f", "%2F");

    @Override
    public void check(Resource object, Consumer<Violation> found) {
        if (!object.apiVersion().equals("networking.k8s.io/v1")
                || !object.kind().equals("Ingress")) {
            return;
        }
        List<@Nullable Object> rules = object.list("spec", "rules");
        if (rules.isEmpty() && object.at("spec", "defaultBackend").isEmpty()) {
            found.accept(
                    Violation.refused(Rule.INGRESS_BACKEND, "/spec", "It leads nowhere.", "rules or a defaultBackend"));
        }
        object.at("spec", "defaultBackend").ifPresent(backend -> backend(backend, "/spec/defaultBackend", found));
        for (int i = 0; i < rules.size(); i++) {
            rule(rules.get(i), "/spec/rules/" + i, found);
        }
        List<@Nullable Object> tls = object.list("spec", "tls");
        for (int i = 0; i < tls.size(); i++) {
            List<@Nullable Object> hosts = Objects.requireNonNullElse(Values.list(tls.get(i), "hosts"), List.of());
            for (int j = 0; j < hosts.size(); j++) {
                host(String.valueOf(hosts.get(j)), "/spec/tls/" + i + "/hosts/" + j, true, found);
            }
        }
    }

    private static void rule(@Nullable Object rule, String at, Consumer<Violation> found) {
        String host = Values.text(rule, "host");
        if (host != null && !host.isEmpty()) {
            host(host, at + "/host", false, found);
        }
        List<@Nullable Object> paths = Values.list(rule, "http", "paths");
        if (paths != null && paths.isEmpty()) {
            found.accept(Violation.refused(Rule.INGRESS_PATH, at + "/http/paths", "There is no path.", "at least one"));
        }
        for (int i = 0; paths != null && i < paths.size(); i++) {
            path(paths.get(i), at + "/http/paths/" + i, found);
            Object backend = Values.at(paths.get(i), "backend");
            if (backend != null) {
                backend(backend, at + "/http/paths/" + i + "/backend", found);
            }
        }
    }

    private static void host(String host, String at, boolean mayBeAddress, Consumer<Violation> found) {
        String name = host.startsWith("*.") ? host.substring(2) : host;
        if (!Names.isSubdomain(name) || (!mayBeAddress && ADDRESS.matcher(host).matches())) {
            found.accept(Violation.refused(
                    Rule.INGRESS_HOST,
                    at,
                    "\"" + host + "\" is no host.",
                    "a name of DNS in small letters, without port and path; \"*.\" before it stands for one part"));
        }
    }

    private static void path(@Nullable Object path, String at, Consumer<Violation> found) {
        String type = Values.text(path, "pathType");
        String text = Objects.requireNonNullElse(Values.text(path, "path"), "");
        boolean free = "ImplementationSpecific".equals(type);
        if (type == null || (free && text.isEmpty())) {
            return;
        }
        boolean whole = text.startsWith("/")
                && (free
                        || (NOT_WITHIN.stream().noneMatch(text::contains)
                                && !text.endsWith("/..")
                                && !text.endsWith("/.")));
        if (!whole) {
            found.accept(Violation.refused(
                    Rule.INGRESS_PATH,
                    text.isEmpty() ? at : at + "/path",
                    "\"" + text + "\" is no path for the type " + type + ".",
                    "a path that begins with \"/\"" + (free ? "" : ", without \"//\", \".\", \"..\" and %2F")));
        }
    }

    private static void backend(Object backend, String at, Consumer<Violation> found) {
        boolean service = Values.at(backend, "service") != null;
        if (service == (Values.at(backend, "resource") != null)) {
            found.accept(Violation.refused(
                    Rule.INGRESS_BACKEND,
                    at,
                    service ? "It leads to a Service and to a resource." : "Where it leads is not said.",
                    "a service or a resource"));
        } else if (service) {
            port(Values.map(backend, "service", "port"), at + "/service", found);
        }
    }

    private static void port(@Nullable Map<String, @Nullable Object> port, String at, Consumer<Violation> found) {
        String name = Objects.requireNonNullElse(Values.text(port, "name"), "");
        String number = Objects.requireNonNullElse(Values.text(port, "number"), "0");
        if (name.isEmpty() == number.equals("0")) {
            found.accept(Violation.refused(
                    Rule.INGRESS_BACKEND,
                    at,
                    name.isEmpty() ? "Which port it leads to is not said." : "Its port is named and numbered.",
                    "the name or the number of a port"));
        } else if (!name.isEmpty() && !Names.isPort(name)) {
            found.accept(Violation.refused(
                    Rule.INGRESS_BACKEND, at + "/port/name", "\"" + name + "\" is no name for a port.", Names.PORT));
        }
    }
}
