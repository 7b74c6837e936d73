package dev.slipway.previews.plan;

import java.util.List;

/** What a commit says about how it is previewed. */
public sealed interface OverlayFact {

    /** It has no {@code deploy/overlays/preview}. */
    record Missing() implements OverlayFact {}

    /** It does not render. */
    record Broken(List<String> problems) implements OverlayFact {
        public Broken {
            problems = List.copyOf(problems);
        }
    }

    record Renders() implements OverlayFact {}
}
