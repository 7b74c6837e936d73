package dev.slipway.desiredstate;

import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.ServiceName;
import java.util.List;
import java.util.Map;

/** Where in Git it stands which Release runs, for those who want to look. */
public interface ReleasePlaces {

    /** By environment, as of the current desired state; nothing of those without a Release. Reads Git, so never inside a transaction. */
    Map<EnvironmentName, List<ReleasePlace>> of(ServiceName service);

    /**
     * A place.
     *
     * @param where file and line
     * @param rule by which it decides, in words
     */
    record ReleasePlace(String where, String rule) {}
}
