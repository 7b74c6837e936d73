package dev.slipway.platform.web;

import dev.slipway.platform.PlatformState;
import dev.slipway.platform.Platforms;
import dev.slipway.ui.Banner;
import dev.slipway.ui.BannerSource;
import dev.slipway.ui.Tone;
import dev.slipway.ui.Viewer;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says on every page that the newest definition is broken, because nothing that it changes is in force. */
@Component
class BrokenDefinitionBanner implements BannerSource {

    private static final String PAGE = "/platform";

    private final Platforms platforms;

    BrokenDefinitionBanner(Platforms platforms) {
        this.platforms = platforms;
    }

    @Override
    public Optional<Banner> banner(Viewer viewer) {
        PlatformState state = platforms.state();
        return viewer.signedIn() && !state.problems().isEmpty()
                ? Optional.of(new Banner(Tone.BAD, words(state), PAGE, "What is wrong"))
                : Optional.empty();
    }

    private static String words(PlatformState state) {
        String newest = state.seen() == null ? "" : " on main (" + state.seen().brief() + ")";
        return "The platform definition" + newest + " is broken: "
                + (state.problems().size() == 1 ? "1 problem" : state.problems().size() + " problems") + ". "
                + (state.inForce() == null
                        ? "None is in force."
                        : "The one of " + state.inForce().brief() + " stays in force.");
    }
}
