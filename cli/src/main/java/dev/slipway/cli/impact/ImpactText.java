package dev.slipway.cli.impact;

import dev.slipway.gitops.impact.ImpactGroup.Action;
import dev.slipway.gitops.impact.ImpactReport;
import dev.slipway.gitops.impact.MemberNames;
import dev.slipway.gitops.impact.NotCompared;
import dev.slipway.gitops.impact.fields.FieldChange;
import dev.slipway.gitops.impact.meaning.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An impact for people, readable from 80 columns on. */
public final class ImpactText {

    private static final int WIDTH = 96;
    private static final int NAMES = 4;
    private static final int UNREAD = 5;
    private static final String INDENTATION = "  ";

    private final Consumer<String> out;
    private final boolean full;

    /** @param full whether every field and every name is written */
    public ImpactText(Consumer<String> out, boolean full) {
        this.out = out;
        this.full = full;
    }

    public void write(ImpactReport report) {
        if (report.isNone()) {
            out.accept("Nothing changes: " + applications(report.applications()) + " render the same.");
            return;
        }
        out.accept(report.changed() + " of " + applications(report.applications()) + " change: " + counts(report));
        for (ImpactReport.Environment each : report.environments()) {
            out.accept("");
            out.accept(title(each));
            MemberNames names = new MemberNames(each);
            each.groups().forEach(group -> group(group, names));
        }
        notCompared(report);
    }

    private static String applications(int count) {
        return count + (count == 1 ? " Application" : " Applications");
    }

    private static String counts(ImpactReport report) {
        List<String> counts = new ArrayList<>();
        for (Severity each : Severity.values()) {
            if (report.count(each) > 0) {
                counts.add(report.count(each) + " " + each.word());
            }
        }
        if (report.unknown() > 0) {
            counts.add(report.unknown() + " not known");
        }
        return String.join(", ", counts);
    }

    private static String title(ImpactReport.Environment environment) {
        return environment.name().isEmpty()
                ? "Elsewhere"
                : environment.name() + (environment.gated() ? " (behind gates)" : "");
    }

    private void group(ImpactReport.Group group, MemberNames names) {
        String label = group.severity().word().toUpperCase(Locale.ROOT);
        String gap = " ".repeat(Severity.NOTABLE.word().length() - label.length() + 2);
        lines(INDENTATION + label + gap, group.headline());
        String indentation =
                " ".repeat(INDENTATION.length() + Severity.NOTABLE.word().length() + 2);
        group.meanings().stream().skip(1).forEach(each -> lines(indentation, each.words()));
        lines(indentation, subject(group, names));
        if (full) {
            group.fields().forEach(each -> field(indentation + INDENTATION, each));
        }
    }

    private String subject(ImpactReport.Group group, MemberNames members) {
        int shown =
                full ? group.members().size() : Math.min(NAMES, group.members().size());
        List<String> names = group.members().stream()
                .limit(shown)
                .map(each -> members.of(group.kind(), each))
                .toList();
        String more = group.count() > shown ? " and " + (group.count() - shown) + " more" : "";
        String action =
                group.action() == Action.CHANGED ? "" : group.action().name().toLowerCase(Locale.ROOT) + " ";
        String fields = full || group.fields().isEmpty()
                ? ""
                : ", " + fields(group.fields().size());
        return "(" + action + group.kind() + " of " + String.join(", ", names) + more + fields + ")";
    }

    private static String fields(int count) {
        return count + (count == 1 ? " field" : " fields");
    }

    private void field(String indentation, FieldChange field) {
        out.accept(indentation + field.path());
        side(indentation + "- ", field.before());
        side(indentation + "+ ", field.after());
    }

    private void side(String indentation, @Nullable String text) {
        if (text != null) {
            text.lines().forEach(line -> out.accept(indentation + line));
        }
    }

    private void notCompared(ImpactReport report) {
        if (report.unknown() == 0) {
            return;
        }
        out.accept("");
        out.accept("Not known: whether these change could not be told");
        int shown = full
                ? report.notCompared().size()
                : Math.min(UNREAD, report.notCompared().size());
        for (NotCompared each : report.notCompared().subList(0, shown)) {
            lines(INDENTATION, each.where() + ": " + each.why() + (each.asBefore() ? " (as before)" : ""));
        }
        if (report.unknown() > shown) {
            out.accept(INDENTATION + "and " + (report.unknown() - shown) + " more; --full names them");
        }
    }

    /** Wraps between words; what goes on stands below its beginning. */
    private void lines(String lead, String text) {
        StringBuilder line = new StringBuilder(lead);
        String indentation = " ".repeat(lead.length());
        boolean first = true;
        for (String word : text.split(" ")) {
            if (!first && line.length() + 1 + word.length() > WIDTH) {
                out.accept(line.toString());
                line = new StringBuilder(indentation);
                first = true;
            }
            line.append(first ? "" : " ").append(word);
            first = false;
        }
        out.accept(line.toString());
    }
}
