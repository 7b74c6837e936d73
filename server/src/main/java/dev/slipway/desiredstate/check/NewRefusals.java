package dev.slipway.desiredstate.check;

import dev.slipway.desiredstate.Landscapes;
import dev.slipway.desiredstate.reading.DesiredReader;
import dev.slipway.desiredstate.reading.Reading;
import dev.slipway.gitops.Application;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.images.ImageReader;
import dev.slipway.gitops.refusals.Refusals;
import dev.slipway.kernel.Problem;
import dev.slipway.platform.PlatformDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds Applications that Argo CD would refuse, and does not refuse on main already. */
record NewRefusals(PlatformDefinition definition) {

    List<Problem> between(Reading before, Reading after) {
        Refusals old = refusals(before);
        Refusals now = refusals(after);
        Predicate<RenderedApplication> isJudged = old.equals(now) ? identical(before)::contains : each -> false;
        ImageReader places = new ImageReader(after.tree(), after.declaration().sources());
        Map<Finding, Application> found = new LinkedHashMap<>();
        for (RenderedApplication each : applications(after)) {
            if (!isJudged.test(each)) {
                now.of(each).forEach(finding -> found.put(finding, each.application()));
            }
        }
        if (!found.isEmpty()) {
            applications(before).forEach(each -> old.of(each).forEach(found::remove));
        }
        List<Finding> fresh = new ArrayList<>();
        found.forEach((finding, application) -> fresh.add(located(finding, places, application)));
        return DesiredReader.problems(fresh);
    }

    /** Nearly all of them: what one reading took over from the other is refused in both or in none. */
    private static Set<RenderedApplication> identical(Reading before) {
        Set<RenderedApplication> identical = Collections.newSetFromMap(new IdentityHashMap<>());
        identical.addAll(applications(before));
        return identical;
    }

    /** A pull request may bring a cluster together with what goes there. */
    private Refusals refusals(Reading reading) {
        return new Refusals(Landscapes.of(reading.tree(), definition));
    }

    private static List<RenderedApplication> applications(Reading reading) {
        return reading.declaration().declared().applications();
    }

    private static Finding located(Finding finding, ImageReader places, Application application) {
        return new Finding(places.where(application), finding.what(), finding.expected(), finding.next());
    }
}
