package dev.slipway.desiredstate.check;

import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.reading.Reading;
import dev.slipway.gitops.Footing;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** An Application with what decides it beside what it renders to now, which is told when somebody asks. */
record Standing(DesiredApplication application, Supplier<Footing> footing) {

    static List<Standing> of(Reading reading) {
        List<DesiredApplication> applications = reading.desired().applications();
        List<RenderedApplication> rendered = reading.declaration().declared().applications();
        Sources sources = reading.declaration().sources();
        List<Standing> all = new ArrayList<>(applications.size());
        for (int i = 0; i < applications.size(); i++) {
            RenderedApplication same = rendered.get(i);
            all.add(new Standing(applications.get(i), () -> Footing.of(same, sources)));
        }
        return all;
    }

    String name() {
        return application.name();
    }

    /** Whether something of it, or all, could not be rendered or is not permitted. */
    boolean isUnknown() {
        return !application.problems().isEmpty();
    }
}
