package dev.slipway.desiredstate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desiredstate.Desired;
import dev.slipway.desiredstate.DesiredApplication;
import dev.slipway.desiredstate.DesiredState;
import dev.slipway.desiredstate.Inspections;
import dev.slipway.desiredstate.Recent;
import dev.slipway.gitops.ApplicationId;
import dev.slipway.gitops.Finding;
import dev.slipway.gitops.inspect.Inspection;
import dev.slipway.gitops.inspect.Inspection.Belonging;
import dev.slipway.gitops.inspect.Inspection.InspectedApplication;
import dev.slipway.kernel.CommitId;
import dev.slipway.kernel.ProblemException;
import dev.slipway.support.FixedPlatform;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

/** What REST and the page say of the same inspection, whatever there is of it. */
class ApplicationsApiTest {

    private static final CommitId COMMIT = new CommitId("a".repeat(40));

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final Inspections inspections = new KnownInspections();
    private final ApplicationsApi api = new ApplicationsApi(new NowAt(), inspections);
    private Recent<Inspection> recent = new Recent.Known<>(
            new Desired(COMMIT, names().map(ApplicationsApiTest::desired).toList(), List.of(), List.of()),
            new FixedPlatform().current(),
            new Inspection(
                    "",
                    true,
                    names().map(ApplicationsApiTest::inspected).toList(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()),
            false);

    private static Stream<String> names() {
        return IntStream.range(0, 600).mapToObj("shop-%03d"::formatted);
    }

    private static DesiredApplication desired(String name) {
        return desired(name, "file.yaml");
    }

    private static DesiredApplication desired(String name, String file) {
        return new DesiredApplication(
                name, file, "red", null, null, null, null, "red-dev", null, null, "", null, true, true, true, false,
                List.of(), "", List.of());
    }

    /** One in a hundred has something to look at. */
    private static InspectedApplication inspected(String name) {
        return inspected(name, "file.yaml");
    }

    private static InspectedApplication inspected(String name, String file) {
        List<Finding> doubts = name.endsWith("00") ? List.of(new Finding("", "It is old.", "", "")) : List.of();
        return new InspectedApplication(
                new ApplicationId(name, "", file),
                name,
                file + ":1",
                "",
                List.of(),
                "red",
                new Belonging("shop", "red", "dev", "LABEL", "by its label"),
                "dev",
                "red-dev",
                List.of(),
                1,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                doubts);
    }

    @Test
    void givesTheApplicationsInParts() {
        ApplicationsBody first = api.all("", "", 100, 0);

        assertThat(first.total()).isEqualTo(600);
        assertThat(first.commit()).isEqualTo(COMMIT.value());
        assertThat(first.newest()).isFalse();
        assertThat(first.applications()).hasSize(100);
        assertThat(api.all("", "", 10_000, 0).applications()).hasSize(500);
        assertThat(api.all("", "", 100, 595).applications())
                .extracting(ApplicationBody::name)
                .startsWith("shop-595")
                .hasSize(5);
    }

    @Test
    void givesEachApplicationOfOneName() {
        List<String> files = List.of("clusters/a/shop.yaml", "clusters/b/shop.yaml");
        recent = new Recent.Known<>(
                new Desired(
                        COMMIT,
                        files.stream().map(file -> desired("shop", file)).toList(),
                        List.of(),
                        List.of()),
                new FixedPlatform().current(),
                new Inspection(
                        "",
                        false,
                        files.stream().map(file -> inspected("shop", file)).toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                true);

        assertThat(api.all("", "", 100, 0).applications())
                .extracting(ApplicationBody::file)
                .isEqualTo(files);
    }

    @Test
    void givesTheOnesThatSomebodyWantsToSee() {
        assertThat(api.all("", "doubts", 100, 1))
                .satisfies(body -> assertThat(body.total()).isEqualTo(6))
                .satisfies(body -> assertThat(body.applications()).hasSize(5));
        assertThat(api.all(" SHOP-59", "", 100, 0).total()).isEqualTo(10);
        assertThatThrownBy(() -> api.all("", "doubt", 100, 0))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Did you mean \"doubts\"?");
    }

    @Test
    void saysAtOnceThatTheFirstInspectionIsNotOver() {
        recent = new Recent.Reading<>();

        assertThatThrownBy(() -> api.all("", "", 100, 0))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("is being read");
        assertThatThrownBy(() -> api.inspection(response)).hasMessageContaining("is being read");
        ExtendedModelMap model = new ExtendedModelMap();
        new ApplicationListPage(inspections).applications("", "", 1, model);
        assertThat(model).containsEntry("reading", true).containsEntry("list", null);
    }

    @Test
    void givesOneWithWhatIsKnownOfIt() {
        assertThat(api.one("shop-001").environmentToldBy()).isEqualTo("by its label");
        assertThat(api.one("shop-new").environmentToldBy()).isNull();
        assertThatThrownBy(() -> api.one("shop-gone")).hasMessageContaining("There is no Application \"shop-gone\"");

        recent = new Recent.Reading<>();
        assertThat(api.one("shop-001").environmentToldBy()).isNull();
    }

    private final class KnownInspections implements Inspections {

        @Override
        public Recent<Inspection> recent(Duration patience) {
            return recent;
        }
    }

    /** Has one Application more than what was looked into. */
    private static final class NowAt implements DesiredState {

        @Override
        public Optional<Desired> current() {
            List<DesiredApplication> applications = Stream.concat(names(), Stream.of("shop-new"))
                    .map(ApplicationsApiTest::desired)
                    .toList();
            return Optional.of(new Desired(new CommitId("b".repeat(40)), applications, List.of(), List.of()));
        }

        @Override
        public Desired at(CommitId platformCommit) {
            throw new UnsupportedOperationException();
        }
    }
}
