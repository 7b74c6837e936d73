package dev.slipway.builds.retention;

import dev.slipway.builds.ImagesInUse;
import dev.slipway.builds.ImagesInUse.Answer;
import dev.slipway.builds.ImagesInUse.Known;
import dev.slipway.builds.ImagesInUse.Unknown;
import dev.slipway.kernel.ImageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What all modules together say is in use. */
@Component
class NeededImages {

    private static final Logger LOG = LoggerFactory.getLogger(NeededImages.class);

    private final ObjectProvider<ImagesInUse> asked;

    NeededImages(ObjectProvider<ImagesInUse> asked) {
        this.asked = asked;
    }

    /** @param unknown why the digests are not all; empty when they are */
    record Needed(Set<ImageDigest> digests, List<String> unknown) {}

    Needed ask() {
        Set<ImageDigest> digests = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        List<Answer> answers = asked.stream().map(NeededImages::answer).toList();
        for (Answer answer : answers) {
            switch (answer) {
                case Known(Set<ImageDigest> known) -> digests.addAll(known);
                case Unknown(String reason) -> unknown.add(reason);
            }
        }
        if (answers.isEmpty()) {
            unknown.add("Nothing here knows which images run.");
        }
        return new Needed(digests, unknown);
    }

    private static Answer answer(ImagesInUse each) {
        try {
            return each.inUse();
        } catch (RuntimeException e) { // whatever is broken: what is not known is not removed
            LOG.warn("{} does not say which images are in use", each.getClass().getSimpleName(), e);
            return new Unknown(each.getClass().getSimpleName() + " failed: " + e.getMessage());
        }
    }
}
