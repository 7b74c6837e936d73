package dev.slipway.desiredstate.impact;

import dev.slipway.gitops.impact.ImpactReport;
import dev.slipway.gitops.impact.ImpactReport.Environment;
import dev.slipway.gitops.impact.ImpactReport.Group;
import dev.slipway.gitops.impact.MemberNames;
import dev.slipway.gitops.impact.meaning.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An impact in the few lines that fit under a pull request. What comes from manifests is written so that it stays text. */
final class ImpactComment {

    private static final int GROUPS = 8;
    private static final int NAMES = 3;
    private static final int LONGEST = 300;

    private ImpactComment() {}

    /** @param page a link to all of it */
    static String of(String page, StoredImpact impact) {
        ImpactReport report = impact.report();
        String body = report == null
                ? text(String.valueOf(impact.problem()))
                : report.isNone() ? "Nothing changes in any environment." : told(page, report);
        return "### Impact\n\n" + body + "\n\n_"
                + "Main at " + impact.comparison().before().brief() + ", this branch at "
                + impact.comparison().after().brief() + "._\n";
    }

    /** In one line. */
    static String summary(StoredImpact impact) {
        ImpactReport report = impact.report();
        if (report == null) {
            return "What it does is not known";
        }
        String unknown = report.unknown() == 0 ? "" : ", not known for " + report.unknown();
        return report.environments().isEmpty()
                ? "Nothing changes in any environment" + unknown
                : counts(report) + " in " + report.changed() + " of " + report.applications() + " Applications"
                        + unknown;
    }

    private static String told(String page, ImpactReport report) {
        StringBuilder told = new StringBuilder("**" + counts(report) + "** in " + report.changed() + " of "
                + report.applications() + " Applications. [Everything, field by field](" + page + ")\n");
        report.environments().forEach(each -> told.append(environment(each)));
        if (report.unknown() > 0) {
            told.append("\nNot known for ")
                    .append(report.unknown())
                    .append(" that cannot be read, the first: ")
                    .append(text(report.notCompared().getFirst().where() + ": "
                            + report.notCompared().getFirst().why()))
                    .append('\n');
        }
        return told.toString().stripTrailing();
    }

    static String counts(ImpactReport report) {
        List<String> counts = new ArrayList<>();
        for (Severity each : Severity.values()) {
            if (report.count(each) > 0) {
                counts.add(report.count(each) + " " + each.word());
            }
        }
        return counts.isEmpty() ? "Nothing that is known" : String.join(", ", counts);
    }

    private static String environment(Environment environment) {
        MemberNames members = new MemberNames(environment);
        String lines = environment.groups().stream()
                .limit(GROUPS)
                .map(each -> group(each, members))
                .collect(Collectors.joining());
        int more = environment.groups().size()
                + environment.leftOut()
                - Math.min(GROUPS, environment.groups().size());
        String title = environment.name().isEmpty() ? "Elsewhere" : text(environment.name());
        return "\n**" + title + "**" + (environment.gated() ? " (behind gates)" : "") + "\n\n" + lines
                + (more > 0 ? "- and " + more + " more\n" : "");
    }

    private static String group(Group group, MemberNames members) {
        String names = group.members().stream()
                .limit(NAMES)
                .map(each -> members.of(group.kind(), each))
                .collect(Collectors.joining(", "));
        int more = group.count() - Math.min(NAMES, group.members().size());
        return "- " + group.severity().word() + ": " + text(group.headline()) + " ("
                + text(group.kind() + " of " + names) + (more > 0 ? " and " + more + " more" : "") + ")\n";
    }

    /** Neither Markdown nor HTML, nor a mention of somebody. */
    private static String text(String text) {
        String line = text.replaceAll("\\s+", " ");
        String bounded = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
        return bounded.replaceAll("([\\\\`*_\\[\\]#|~!<>&])", "\\\\$1").replace("@", "@\u200b");
    }
}
