package dev.slipway.template.analysis;

import dev.slipway.template.contract.TemplateException;
import java.util.List;

/**
 * What a template uses.
 *
 * @param references in the order in which they stand; names that the template makes itself are left out
 * @param unknown filters and tests that do not exist, as rendering would report them
 */
public record Analysis(List<Reference> references, List<TemplateException> unknown) {

    public Analysis {
        references = List.copyOf(references);
        unknown = List.copyOf(unknown);
    }
}
