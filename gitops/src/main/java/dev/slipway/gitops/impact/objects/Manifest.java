package dev.slipway.gitops.impact.objects;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.secrets.Redaction;
import dev.slipway.kustomize.Resource;
import java.util.Objects;

/**
 * An object of an Application, without secrets.
 *
 * @param object its secrets are hidden
 * @param namespace where it goes; empty for what belongs to a whole cluster and to no namespace
 */
public record Manifest(Application application, Resource object, String namespace) {

    /** Hides the secrets of an object as it is rendered. */
    public static Manifest of(Application application, Resource rendered, Redaction redaction) {
        Resource hidden = new Resource(
                rendered.apiVersion(),
                rendered.kind(),
                rendered.namespace(),
                rendered.name(),
                redaction.of(rendered.content()));
        return new Manifest(
                application, hidden, Objects.requireNonNullElse(rendered.namespace(), application.namespace()));
    }

    public boolean is(String group, String kind) {
        return object.group().equals(group) && object.kind().equals(kind);
    }

    /** {@code Deployment "checkout"}, without a generator's hash. */
    public String words() {
        return object.kind() + " \"" + GeneratedName.stem(object) + "\"";
    }
}
