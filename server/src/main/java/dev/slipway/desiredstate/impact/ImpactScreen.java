package dev.slipway.desiredstate.impact;

import dev.slipway.git.PullRequest;
import dev.slipway.gitops.impact.ImpactReport;
import dev.slipway.gitops.impact.ImpactReport.Environment;
import dev.slipway.gitops.impact.ImpactReport.Group;
import dev.slipway.gitops.impact.MemberNames;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemCode;
import dev.slipway.kernel.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a pull request does, as far as one page shows it.
 *
 * @param shown the environment whose groups are shown; null where nothing differs or nothing is known yet
 * @param groups those of this page
 * @param found how many there are on all pages
 */
public record ImpactScreen(
        PullRequest pull,
        StoredImpact impact,
        @Nullable Environment shown,
        String find,
        List<ShownGroup> groups,
        int found,
        int page) {

    private static final int PER_PAGE = 20;
    /** In addresses, of what belongs to no environment. */
    private static final String ELSEWHERE = "-";

    public ImpactScreen {
        groups = List.copyOf(groups);
    }

    static ImpactScreen of(PullRequest pull, StoredImpact impact, String environment, String find, int page) {
        ImpactReport report = impact.report();
        if (report == null || report.environments().isEmpty()) {
            return new ImpactScreen(pull, impact, null, find, List.of(), 0, 1);
        }
        String name = environment.equals(ELSEWHERE) ? "" : environment;
        Environment shown = report.environments().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(report.environments().getFirst());
        List<ShownGroup> found = found(shown, find.strip().toLowerCase(Locale.ROOT));
        int pages = Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE);
        int at = Math.clamp(page, 1, pages);
        List<ShownGroup> groups = found.subList((at - 1) * PER_PAGE, Math.min(found.size(), at * PER_PAGE));
        return new ImpactScreen(pull, impact, shown, find, groups, found.size(), at);
    }

    private static List<ShownGroup> found(Environment environment, String find) {
        MemberNames names = new MemberNames(environment);
        List<ShownGroup> found = new ArrayList<>();
        for (int i = 0; i < environment.groups().size(); i++) {
            ShownGroup group = new ShownGroup(environment.groups().get(i), i, names);
            if (find.isEmpty() || holds(group, find)) {
                found.add(group);
            }
        }
        return found;
    }

    private static boolean holds(ShownGroup shown, String find) {
        Group group = shown.group();
        return group.kind().toLowerCase(Locale.ROOT).contains(find)
                || group.meanings().stream()
                        .anyMatch(each -> each.words().toLowerCase(Locale.ROOT).contains(find))
                || group.members().stream()
                        .anyMatch(each -> (shown.name(each) + "\n" + each.name() + "/" + each.object())
                                .toLowerCase(Locale.ROOT)
                                .contains(find));
    }

    /** @throws ProblemException NOT_FOUND when the environment has no group of this index */
    ShownGroup group(int index) {
        Environment environment = shown;
        if (environment == null || index < 0 || index >= environment.groups().size()) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND,
                    Problem.at("group", "There is no such change; it may have been pushed over."));
        }
        return new ShownGroup(environment.groups().get(index), index, new MemberNames(environment));
    }

    public ImpactReport report() {
        return java.util.Objects.requireNonNull(impact.report());
    }

    public boolean isKnown() {
        return impact.report() != null;
    }

    /** What the page waits for; null when it shows what stays. */
    public @Nullable String topic() {
        return impact.state() == StoredImpact.State.COMPUTING
                ? impact.comparison().topic()
                : null;
    }

    public String path() {
        return "/desired-state/impact/" + pull.ref().number();
    }

    public String pullPath() {
        return "/repositories/" + pull.ref().repository() + "/pulls/"
                + pull.ref().number();
    }

    public int pages() {
        return Math.max(1, (found + PER_PAGE - 1) / PER_PAGE);
    }

    public String address(Environment environment) {
        return path() + "?environment=" + encoded(slug(environment));
    }

    public String address(int other) {
        return path() + "?environment=" + encoded(slug(shown)) + "&find=" + encoded(find) + "&page=" + other;
    }

    public String address(ShownGroup group) {
        return path() + "/group?environment=" + encoded(slug(shown)) + "&group=" + group.index();
    }

    public String slug(@Nullable Environment environment) {
        return environment == null || environment.name().isEmpty() ? ELSEWHERE : environment.name();
    }

    public String title(Environment environment) {
        return environment.name().isEmpty() ? "Elsewhere" : environment.name();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
