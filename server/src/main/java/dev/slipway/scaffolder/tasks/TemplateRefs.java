package dev.slipway.scaffolder.tasks;

import dev.slipway.entities.EntityRef;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.TemplateSummary;
import dev.slipway.scaffolder.Templates;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds templates by reference: those of the platform by their directory, too, before the catalog has read them. */
@Component
class TemplateRefs {

    private static final String KIND = "template";

    private final Templates templates;

    TemplateRefs(Templates templates) {
        this.templates = templates;
    }

    /** @param key what {@link Templates#get} knows it by */
    static String of(String key) {
        return key.contains(":") ? key : KIND + ":default/" + key;
    }

    /**
     * What {@link Templates#get} knows the template by.
     *
     * @throws ScaffolderException with INVALID when it is no reference, with NOT_FOUND when there is no such template
     */
    String key(@Nullable String reference) {
        EntityRef ref = parse(Objects.requireNonNullElse(reference, ""));
        if (!ref.kind().equals(KIND)) {
            throw new ScaffolderException(ProblemCode.NOT_FOUND, Problem.of("There is no template \"" + ref + "\"."));
        }
        return templates.all().stream()
                .map(TemplateSummary::name)
                .filter(key -> of(key).equalsIgnoreCase(ref.toString()))
                .findFirst()
                .orElseGet(() -> templates.get(ref.toString()).key());
    }

    private static EntityRef parse(String reference) {
        try {
            return EntityRef.parse(reference, KIND);
        } catch (IllegalArgumentException e) {
            throw new ScaffolderException(
                    ProblemCode.INVALID,
                    Problem.at("templateRef", String.valueOf(e.getMessage())).expecting("template:default/<name>"));
        }
    }
}
