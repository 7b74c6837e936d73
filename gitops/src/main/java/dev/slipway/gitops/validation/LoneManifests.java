package dev.slipway.gitops.validation;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationSource;
import dev.slipway.gitops.ManifestPlace;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.placement.Placement;
import dev.slipway.gitops.validation.inventory.Managed;
import dev.slipway.gitops.validation.rule.Violation;
import dev.slipway.gitops.validation.schema.SchemaCheck;
import dev.slipway.gitops.validation.schema.Schemas;
import dev.slipway.kustomize.Resource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Argo CD's own manifests that no Application renders, applied by hand or by a bootstrap. What ApplicationSets make is held
 * against no schema: their templates are.
 */
final class LoneManifests {

    private static final Placement NOWHERE = new Placement(null, null, null, Placement.Rule.UNKNOWN);

    private final Subject subject;
    private final Schemas schemas;
    private final Findings findings;
    private final String cluster;

    LoneManifests(Subject subject, Schemas schemas, Findings findings) {
        this.subject = subject;
        this.schemas = schemas;
        this.findings = findings;
        this.cluster = subject.landscape().cluster("in-cluster");
    }

    /** @param rendered what Applications render */
    void check(List<Managed> rendered) {
        for (RenderedApplication each : subject.declared().applications()) {
            if (each.application().origin().by().isEmpty()) {
                Managed manifest = managed(each, each.application().object());
                violations(manifest)
                        .forEach(violation -> findings.add(
                                manifest, violation, place(each.application().file(), manifest, violation)));
            }
        }
        subject.declared().sets().forEach(each -> lone(each.file(), each.object(), rendered));
        subject.declared().projects().forEach(each -> lone(each.file(), each.object(), rendered));
    }

    private void lone(String file, Resource object, List<Managed> rendered) {
        if (rendered.stream().noneMatch(each -> isSame(each, object))) {
            Managed manifest = managed(itself(file, object), object);
            violations(manifest)
                    .forEach(violation -> findings.add(manifest, violation, place(file, manifest, violation), NOWHERE));
        }
    }

    /** An object without a namespace goes to that of its Application. */
    private static boolean isSame(Managed rendered, Resource object) {
        return rendered.kind().equals(object.kind())
                && rendered.name().equals(object.name())
                && (object.namespace() == null || object.namespace().equals(rendered.namespace()));
    }

    private Managed managed(RenderedApplication application, Resource object) {
        return new Managed(application, cluster, Objects.requireNonNullElse(object.namespace(), ""), object);
    }

    private List<Violation> violations(Managed manifest) {
        return schemas.find(cluster, manifest.object())
                .map(schema -> SchemaCheck.violations(schema, manifest.object()))
                .orElse(List.of());
    }

    private String place(String file, Managed manifest, Violation violation) {
        return ManifestPlace.of(subject.tree(), file, manifest.object(), violation.pointer());
    }

    /** Stands for itself alone, and renders nothing. */
    private static RenderedApplication itself(String file, Resource object) {
        Application application = new Application(
                object.name(),
                file,
                "",
                List.of(ApplicationSource.of("")),
                "",
                "",
                object,
                new Application.Origin("", "", object.kind(), Map.of(), Set.of()));
        return new RenderedApplication(application, null, List.of(), Set.of(), "", List.of(), List.of(), List.of());
    }
}
