package dev.slipway.desiredstate.reading;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.ReleasePlaces;
import dev.slipway.gitops.RenderedApplication;
import dev.slipway.gitops.checkout.Checkout;
import dev.slipway.gitops.images.ImageReader;
import dev.slipway.kernel.EnvironmentName;
import dev.slipway.kernel.Release;
import dev.slipway.kernel.ServiceName;
import dev.slipway.platform.Platforms;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks into the files of one service when somebody asks. */
@Component
class CurrentPlaces implements ReleasePlaces {

    private final DesiredState desiredState;
    private final Platforms platforms;
    private final DesiredReader reader;

    CurrentPlaces(DesiredState desiredState, Platforms platforms, DesiredReader reader) {
        this.desiredState = desiredState;
        this.platforms = platforms;
        this.reader = reader;
    }

    @Override
    public Map<EnvironmentName, List<ReleasePlace>> of(ServiceName service) {
        Map<EnvironmentName, List<ReleasePlace>> places = new TreeMap<>();
        Optional<Desired> desired = desiredState.current();
        List<DesiredApplication> released = desired.map(each -> each.of(service)).orElse(List.of()).stream()
                .filter(each -> each.release() != null && each.environment() != null)
                .toList();
        if (!released.isEmpty()) {
            Checkout checkout =
                    reader.checkout(platforms.current(), desired.orElseThrow().commit());
            ImageReader images = new ImageReader(checkout.tree(), checkout.sources());
            released.forEach(each -> put(each, checkout, images, places));
        }
        return places;
    }

    private static void put(
            DesiredApplication application,
            Checkout checkout,
            ImageReader images,
            Map<EnvironmentName, List<ReleasePlace>> places) {
        EnvironmentName environment = application.environment();
        Release release = application.release();
        if (environment != null && release != null) {
            places.put(
                    environment,
                    checkout.declared().applications().stream()
                            .filter(each -> each.application().id().equals(application.id()))
                            .flatMap(each -> places(each, release, images))
                            .distinct()
                            .toList());
        }
    }

    private static Stream<ReleasePlace> places(RenderedApplication rendered, Release release, ImageReader images) {
        return images.images(rendered).stream()
                .filter(each -> release.images().containsKey(each.image().name()))
                .flatMap(each -> Stream.ofNullable(each.decision()))
                .map(each -> new ReleasePlace(each.where(), each.rule().words()));
    }
}
