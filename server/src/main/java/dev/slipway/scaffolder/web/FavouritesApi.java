package dev.slipway.scaffolder.web;

import dev.slipway.identity.Access;
import dev.slipway.identity.Permission;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.scaffolder.ScaffolderException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Favourite templates over REST. */
@RestController
@RequestMapping("/api/v1/favourite-templates")
@Access(Permission.VIEW)
class FavouritesApi {

    private final OwnFavourites favourites;

    FavouritesApi(OwnFavourites favourites) {
        this.favourites = favourites;
    }

    /** @param favourite whether it shall be one */
    record Mark(@Nullable String template, boolean favourite) {}

    /** One's own. */
    @GetMapping
    Set<String> all() {
        return favourites.names();
    }

    /** Answers those that there are then. */
    @PostMapping
    Set<String> mark(@RequestBody Mark mark) {
        if (mark.template() == null) {
            throw new ScaffolderException(
                    ProblemCode.INVALID,
                    Problem.at("template", "The name of the template is missing.")
                            .expecting("the name of one on the list"));
        }
        favourites.mark(mark.template(), mark.favourite());
        return favourites.names();
    }
}
