package dev.slipway.gitops.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.gitops.impact.ImpactGroup.Action;
import dev.slipway.gitops.impact.meaning.Severity;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of objects that others share. */
class MemberNamesTest {

    private static Member web(String application, String cluster, String namespace) {
        return new Member(application, "shop", null, cluster, namespace, "web");
    }

    private static ImpactReport.Group group(Member... members) {
        return new ImpactReport.Group(
                Severity.PLAIN,
                "Deployment",
                Action.CHANGED,
                List.of(),
                List.of(),
                members.length,
                Arrays.asList(members));
    }

    private static List<String> names(ImpactReport.Group... groups) {
        ImpactReport.Environment environment = new ImpactReport.Environment("prod", false, Arrays.asList(groups), 0);
        MemberNames names = new MemberNames(environment);
        return environment.groups().stream()
                .flatMap(group -> group.members().stream().map(each -> names.of(group.kind(), each)))
                .toList();
    }

    @Test
    void aNameOfOneStandsAlone() {
        assertThat(names(group(web("a", "eu", "shop")))).containsExactly("shop/web");
    }

    @Test
    void tellsClustersApart() {
        assertThat(names(group(web("a", "eu", "shop"), web("b", "us", "shop"))))
                .containsExactly("shop/web in cluster eu", "shop/web in cluster us");
    }

    @Test
    void tellsThemApartAcrossGroups() {
        assertThat(names(group(web("a", "eu", "shop")), group(web("b", "us", "shop"))))
                .containsExactly("shop/web in cluster eu", "shop/web in cluster us");
    }

    @Test
    void tellsApplicationsAndNamespacesApartWhereTheClusterDoesNot() {
        assertThat(names(group(web("a", "eu", "one"), web("b", "eu", "two"), web("b", "eu", "three"))))
                .containsExactly(
                        "shop/web in Application a, namespace one",
                        "shop/web in Application b, namespace two",
                        "shop/web in Application b, namespace three");
        assertThat(names(group(web("a", "eu", "one"), web("b", "eu", "one"))))
                .containsExactly("shop/web in Application a", "shop/web in Application b");
    }
}
