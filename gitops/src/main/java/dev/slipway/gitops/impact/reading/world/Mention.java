package dev.slipway.gitops.impact.reading.world;

import dev.slipway.gitops.impact.reading.kinds.Backend;
import dev.slipway.gitops.impact.reading.kinds.PodTemplates;
import dev.slipway.gitops.impact.reading.kinds.References;
import dev.slipway.kustomize.Resource;
import dev.slipway.kustomize.document.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Another object, of the same namespace or of the cluster, that an object names. */
public record Mention(String kind, String name) {

    /** What an object is mentioned by. */
    public static Mention to(Resource object) {
        return new Mention(object.kind(), object.name());
    }

    /** What an object names. */
    public static Set<Mention> of(Resource object) {
        Set<Mention> found = new HashSet<>();
        BiConsumer<String, @Nullable String> into = (kind, name) -> {
            if (name != null) {
                found.add(new Mention(kind, name));
            }
        };
        switch (object.kind()) {
            case "Ingress" -> ingress(object, into);
            case "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute" ->
                Backend.of(object).forEach(each -> into.accept("Service", each.service()));
            case "Certificate" -> into.accept("Secret", Values.text(object.content(), "spec", "secretName"));
            case "ExternalSecret" ->
                into.accept("Secret", object.text("spec", "target", "name").orElse(object.name()));
            case "SealedSecret" -> into.accept("Secret", object.name());
            case "HorizontalPodAutoscaler", "ScaledObject" -> scaled(object).ifPresent(found::add);
            default -> PodTemplates.of(object).ifPresent(template -> pods(template, into));
        }
        return found;
    }

    /** What an autoscaler scales; KEDA's reference of ScaledObject: a Deployment where it says nothing. */
    public static Optional<Mention> scaled(Resource autoscaler) {
        return autoscaler
                .text("spec", "scaleTargetRef", "name")
                .map(name -> new Mention(
                        autoscaler.text("spec", "scaleTargetRef", "kind").orElse("Deployment"), name));
    }

    /** {@code Deployment "checkout"}. */
    public String words() {
        return kind + " \"" + name + "\"";
    }

    private static void ingress(Resource ingress, BiConsumer<String, @Nullable String> into) {
        ingress.list("spec", "tls").forEach(each -> into.accept("Secret", Values.text(each, "secretName")));
        Backend.of(ingress).forEach(each -> into.accept("Service", each.service()));
    }

    private static void pods(Map<?, ?> template, BiConsumer<String, @Nullable String> into) {
        Object spec = template.get("spec");
        into.accept("ServiceAccount", Values.text(spec, "serviceAccountName"));
        into.accept("PriorityClass", Values.text(spec, "priorityClassName"));
        PodTemplates.containers(template).forEach(each -> variables(each, into));
        PodTemplates.list(template, "volumes").forEach(each -> volume(each, into));
    }

    private static void variables(@Nullable Object container, BiConsumer<String, @Nullable String> into) {
        Stream.concat(list(container, "envFrom"), list(container, "env").map(each -> Values.at(each, "valueFrom")))
                .flatMap(each -> References.of(each).stream())
                .forEach(each -> into.accept(each.kind(), each.name()));
    }

    private static void volume(@Nullable Object volume, BiConsumer<String, @Nullable String> into) {
        into.accept("ConfigMap", Values.text(volume, "configMap", "name"));
        into.accept("Secret", Values.text(volume, "secret", "secretName"));
        list(Values.at(volume, "projected"), "sources").forEach(each -> {
            into.accept("ConfigMap", Values.text(each, "configMap", "name"));
            into.accept("Secret", Values.text(each, "secret", "name"));
        });
    }

    private static Stream<?> list(@Nullable Object value, String field) {
        return Objects.requireNonNullElse(Values.list(value, field), List.of()).stream();
    }
}
