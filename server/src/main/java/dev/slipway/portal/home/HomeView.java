package dev.slipway.portal.home;

import dev.slipway.git.PullRequest;
import dev.slipway.portal.fleet.ServiceGlance;
import dev.slipway.promotion.Promotion;
import java.util.List;

/**
 * What somebody sees first.
 *
 * @param teams of the viewer, by name
 * @param services of these teams; of everybody for a viewer without a team
 * @param more how many services of these are not shown
 * @param waiting promotions that the viewer may approve
 * @param total of all services of the platform
 */
public record HomeView(
        String greeting,
        List<String> teams,
        List<ServiceGlance> services,
        int more,
        List<Promotion> waiting,
        List<PullRequest> pullRequests,
        List<Activity.Event> activity,
        int total) {

    /** Whether the services shown are the viewer's own. */
    public boolean own() {
        return !teams.isEmpty();
    }

    public long troubled() {
        return services.stream().filter(ServiceGlance::troubled).count();
    }
}
