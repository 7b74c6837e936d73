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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds Applications that Argo CD would refuse, and does not refuse on main already. */
record NewRefusals(PlatformDefinition definition) {

    List<Problem> between(Reading before, Reading after) {
        Set<Finding> known = new HashSet<>();
        Refusals old = refusals(before);
        applications(before).forEach(each -> known.addAll(old.of(each)));
        Refusals now = refusals(after);
        ImageReader places = new ImageReader(after.tree(), after.declaration().sources());
        List<Finding> fresh = new ArrayList<>();
        for (RenderedApplication each : applications(after)) {
            now.of(each).stream()
                    .filter(finding -> !known.contains(finding))
                    .map(finding -> located(finding, places, each.application()))
                    .forEach(fresh::add);
        }
        return DesiredReader.problems(fresh);
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
