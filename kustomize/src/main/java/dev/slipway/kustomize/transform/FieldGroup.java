package dev.slipway.kustomize.transform;

import java.util.List;

/** The fields that one kind of directive changes; {@code configurations} adds to each. */
public enum FieldGroup {
    NAME_PREFIX("namePrefix"),
    NAME_SUFFIX("nameSuffix"),
    NAMESPACE("namespace"),
    COMMON_LABELS("commonLabels"),
    LABELS("labels"),
    TEMPLATE_LABELS("templateLabels"),
    COMMON_ANNOTATIONS("commonAnnotations"),
    VAR_REFERENCE("varReference"),
    IMAGES("images"),
    REPLICAS("replicas");

    private final String title;

    FieldGroup(String title) {
        this.title = title;
    }

    /** Its name in a configuration. */
    public String title() {
        return title;
    }

    /** Labels that selectors use too go wherever labels go. */
    List<String> sections() {
        return this == COMMON_LABELS ? List.of("labels", "templateLabels", "selectors") : List.of(title);
    }
}
