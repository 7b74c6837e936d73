package dev.slipway.git.web;

import dev.slipway.git.PullRequest;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemException;
import dev.slipway.ui.Flash;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows a pull request, also when what somebody wanted of it did not work. */
@Component
class PullRequestScreen {

    private final Frames frames;
    private final PullRequestDetailsReader details;

    PullRequestScreen(Frames frames, PullRequestDetailsReader details) {
        this.frames = frames;
        this.details = details;
    }

    /** Which pull request an address names. */
    record Place(RepositoryFrame frame, PullRequest pull) {

        String path() {
            return frame.path() + "/pulls/" + pull.ref().number();
        }
    }

    Place place(String organisation, String name, int number) {
        RepositoryFrame frame = frames.of(organisation, name, "pulls");
        return new Place(frame, details.found(frame.ref(), number));
    }

    String show(Place place, List<Problem> problems, Model model) {
        PullRequest now = details.found(place.frame().ref(), place.pull().ref().number());
        model.addAttribute("frame", place.frame());
        model.addAttribute("problems", problems);
        model.addAttribute("details", details.of(now));
        return "git/pull";
    }

    /** Does it and goes back to the page, which says so, or shows what stood against it. */
    String attempt(Place place, Consumer<PullRequest> what, String done, Model model, RedirectAttributes redirect) {
        try {
            what.accept(place.pull());
        } catch (ProblemException e) {
            return show(place, e.problems(), model);
        }
        Flash.success(redirect, done);
        return "redirect:" + place.path();
    }
}
