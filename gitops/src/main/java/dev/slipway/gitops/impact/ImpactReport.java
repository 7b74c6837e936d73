package dev.slipway.gitops.impact;

import dev.slipway.gitops.impact.ImpactGroup.Action;
import dev.slipway.gitops.impact.fields.FieldChange;
import dev.slipway.gitops.impact.meaning.Meaning;
import dev.slipway.gitops.impact.meaning.Severity;
import java.util.List;
import java.util.Locale;

/**
 * An impact in a form that can be stored and sent: of bounded size, and meanings as words.
 *
 * @param applications how many Applications both revisions have together
 * @param changed how many of them differ
 * @param environments those in which something differs, the one furthest from the first stage first
 * @param notCompared what could not be read
 * @param notComparedLeftOut how many more could not
 */
public record ImpactReport(
        int applications,
        int changed,
        List<Environment> environments,
        List<NotCompared> notCompared,
        int notComparedLeftOut) {

    private static final int MOST_NOT_COMPARED = 200;

    public ImpactReport {
        environments = List.copyOf(environments);
        notCompared = List.copyOf(notCompared);
    }

    /**
     * One environment.
     *
     * @param name empty for what belongs to none
     * @param leftOut how many more groups there are, none of them worse than the last one
     */
    public record Environment(String name, boolean gated, List<Group> groups, int leftOut) {
        public Environment {
            groups = List.copyOf(groups);
        }

        /** How many of the groups are of a severity. */
        public long count(Severity severity) {
            return groups.stream().filter(each -> each.severity() == severity).count();
        }
    }

    /**
     * The same change of one or of many objects.
     *
     * @param count how many objects; there may be fewer members
     */
    public record Group(
            Severity severity,
            String kind,
            Action action,
            List<Statement> meanings,
            List<FieldChange> fields,
            int count,
            List<Member> members) {
        public Group {
            meanings = List.copyOf(meanings);
            fields = List.copyOf(fields);
            members = List.copyOf(members);
        }

        public String headline() {
            return meanings.getFirst().words();
        }
    }

    /**
     * A meaning.
     *
     * @param kind for programs, for example {@code container.image}
     */
    public record Statement(String kind, Severity severity, String words) {}

    /** With nothing left out. */
    public static ImpactReport of(Impact impact) {
        return of(impact, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * @param groups at most so many for each environment
     * @param members at most so many for each group
     */
    public static ImpactReport of(Impact impact, int groups, int members) {
        int unread = Math.min(impact.notCompared().size(), groups == Integer.MAX_VALUE ? groups : MOST_NOT_COMPARED);
        return new ImpactReport(
                impact.applications(),
                impact.changed(),
                impact.environments().stream()
                        .map(each -> environment(each, groups, members))
                        .toList(),
                impact.notCompared().subList(0, unread),
                impact.notCompared().size() - unread);
    }

    private static Environment environment(EnvironmentImpact impact, int groups, int members) {
        List<Group> told = impact.groups().stream()
                .limit(groups)
                .map(each -> group(each, members))
                .toList();
        return new Environment(
                impact.name(), impact.gated(), told, impact.groups().size() - told.size());
    }

    private static Group group(ImpactGroup group, int members) {
        return new Group(
                group.severity(),
                group.kind(),
                group.action(),
                group.meanings().stream().map(ImpactReport::statement).toList(),
                group.fields(),
                group.members().size(),
                group.members().stream().limit(members).toList());
    }

    private static Statement statement(Meaning meaning) {
        Class<?> family = meaning.getClass().getEnclosingClass();
        String kind = family.getSimpleName().replace("Meaning", "") + "."
                + meaning.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return new Statement(kind.toLowerCase(Locale.ROOT), meaning.severity(), meaning.words());
    }

    /** Whether it is known that nothing differs. */
    public boolean isNone() {
        return environments.isEmpty() && notCompared.isEmpty();
    }

    /** How many groups are of a severity. */
    public long count(Severity severity) {
        return environments.stream().mapToLong(each -> each.count(severity)).sum();
    }

    /** How many could not be compared. */
    public int unknown() {
        return notCompared.size() + notComparedLeftOut;
    }
}
