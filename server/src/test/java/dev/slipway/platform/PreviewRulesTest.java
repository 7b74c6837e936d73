package dev.slipway.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.kernel.ClusterName;
import dev.slipway.kernel.ServiceName;
import dev.slipway.kernel.TeamName;
import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LowerChars;
import net.jqwik.api.constraints.StringLength;

class PreviewRulesTest {

    private final PreviewRules rules = new PreviewRules(
            new ClusterName("shared-dev"),
            "{team}-dev-{service}-pr-{number}",
            "{service}-pr-{number}-{team}.{domain}",
            "example.org",
            Duration.ofDays(7),
            20);

    @Example
    void namesThatFitStayAsTheyAre() {
        TeamName red = new TeamName("red");
        ServiceName service = new ServiceName("pricing-api");

        assertThat(rules.namespace(red, service, 12)).isEqualTo("red-dev-pricing-api-pr-12");
        assertThat(rules.host(red, service, 12)).isEqualTo("pricing-api-pr-12-red.example.org");
    }

    @Property
    void everyLabelFitsAndKeepsItsNumber(
            @ForAll @LowerChars @StringLength(min = 1, max = 63) String team,
            @ForAll @LowerChars @StringLength(min = 1, max = 63) String service,
            @ForAll @IntRange(min = 1) int number) {
        String namespace = rules.namespace(new TeamName(team), new ServiceName(service), number);
        String host = rules.host(new TeamName(team), new ServiceName(service), number);

        assertThat(namespace).hasSizeLessThanOrEqualTo(63).endsWith("-pr-" + number);
        assertThat(host.substring(0, host.indexOf('.')))
                .hasSizeLessThanOrEqualTo(63)
                .contains("-pr-" + number + "-");
    }

    @Property
    void longNamesThatDifferOnlyAtTheirEndsStayDifferent(
            @ForAll @LowerChars @StringLength(40) String team,
            @ForAll @LowerChars @StringLength(62) String service,
            @ForAll @IntRange(min = 1, max = 100_000) int number) {
        ServiceName one = new ServiceName(service + "a");
        ServiceName other = new ServiceName(service + "b");
        TeamName owner = new TeamName(team);

        assertThat(rules.namespace(owner, one, number)).isNotEqualTo(rules.namespace(owner, other, number));
        assertThat(rules.host(new TeamName(team + "x"), one, number))
                .isNotEqualTo(rules.host(new TeamName(team + "y"), one, number));
    }

    @Property
    void onePatternIsThatOfAllPreviewsHosts(
            @ForAll @LowerChars @StringLength(min = 1, max = 63) String team,
            @ForAll @LowerChars @StringLength(min = 1, max = 63) String service,
            @ForAll @IntRange(min = 1) int number) {
        String host = rules.host(new TeamName(team), new ServiceName(service), number);

        assertThat(host).matches(rules.authority()).endsWith(rules.hosts().substring(1));
        assertThat(host + ":7070").matches(rules.authority());
        assertThat("x." + host).doesNotMatch(rules.authority());
        assertThat(host.replace('.', 'x')).doesNotMatch(rules.authority());
    }

    @Example
    void otherHostsDoNotFitThePattern() {
        assertThat("pricing-api.example.org").doesNotMatch(rules.authority());
        assertThat("pricing-api-pr-x-red.example.org").doesNotMatch(rules.authority());
        assertThat("pricing-api-pr-1-red.example.org.evil.net").doesNotMatch(rules.authority());
    }

    @Property
    void oneProjectAdmitsAllNamespacesOfItsTeam(
            @ForAll @LowerChars @StringLength(min = 1, max = 63) String team,
            @ForAll @LowerChars @StringLength(min = 1, max = 63) String service,
            @ForAll @IntRange(min = 1) int number) {
        TeamName owner = new TeamName(team);
        String pattern = Pattern.quote(rules.namespacesOf(owner)).replace("*", "\\E.*\\Q");

        assertThat(rules.namespace(owner, new ServiceName(service), number)).matches(pattern);
    }
}
