package dev.slipway.scaffolder.web;

import dev.slipway.identity.CurrentActor;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.Suggestions;
import dev.slipway.scaffolder.ScaffolderException;
import dev.slipway.scaffolder.TemplateSummary;
import dev.slipway.scaffolder.Templates;
import dev.slipway.scaffolder.store.Favourites;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The templates that whoever asks has marked. */
@Component
class OwnFavourites {

    private final Favourites favourites;
    private final Templates templates;
    private final CurrentActor actor;

    OwnFavourites(Favourites favourites, Templates templates, CurrentActor actor) {
        this.favourites = favourites;
        this.templates = templates;
        this.actor = actor;
    }

    Set<String> names() {
        return favourites.of(actor.get().account());
    }

    /** @throws ScaffolderException when there is no such template; taking a mark away never fails */
    void mark(String template, boolean on) {
        if (!on) {
            favourites.unmark(actor.get().account(), template);
            return;
        }
        List<String> known = templates.all().stream().map(TemplateSummary::name).toList();
        if (!known.contains(template)) {
            throw new ScaffolderException(
                    ProblemCode.NOT_FOUND,
                    new Problem(
                            "template",
                            "There is no template \"" + template + "\".",
                            "the name of one on the list",
                            Suggestions.didYouMean(template, known).orElse(null)));
        }
        favourites.mark(actor.get().account(), template);
    }
}
