package dev.slipway.previews.web;

import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ServiceName;
import dev.slipway.previews.Preview;
import dev.slipway.previews.Previews;
import dev.slipway.previews.PreviewsException;
import org.springframework.stereotype.Component;

/** Previews by the words in a path. */
@Component
class ExistingPreviews {

    private final Previews previews;

    ExistingPreviews(Previews previews) {
        this.previews = previews;
    }

    Preview get(String service, int number) {
        return previews.find(new ServiceName(service), number)
                .orElseThrow(() -> new PreviewsException(
                        ProblemCode.NOT_FOUND,
                        Problem.of("Pull request " + number + " of \"" + service + "\" has no preview.")
                                .next("It may be closed or merged, or never have been opened.")));
    }
}
