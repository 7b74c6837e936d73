package dev.slipway.desiredstate.impact;

import dev.slipway.gitops.impact.ImpactGroup.Action;
import dev.slipway.gitops.impact.ImpactReport.Group;
import dev.slipway.gitops.impact.Member;
import dev.slipway.gitops.impact.MemberNames;
import dev.slipway.gitops.impact.fields.FieldChange;
import dev.slipway.gitops.impact.meaning.Severity;
import dev.slipway.ui.Badge;
import dev.slipway.ui.Tone;
import java.util.List;
import java.util.Locale;

/**
 * A group on a page.
 *
 * @param index among all groups of its environment
 * @param names of all objects of its environment
 */
public record ShownGroup(Group group, int index, MemberNames names) {

    private static final int FIELDS = 12;
    private static final int NAMES = 24;

    /** Severity in words, with a colour and an icon. */
    public static Badge badge(Severity severity) {
        return switch (severity) {
            case BREAKS -> new Badge("Breaks", Tone.BAD);
            case RISKY -> new Badge("Risky", Tone.UNKNOWN, "alert-triangle");
            case NOTABLE -> new Badge("Notable", Tone.BUSY, "point");
            case PLAIN -> new Badge("Plain", Tone.QUIET, "point");
        };
    }

    public Badge badge() {
        return badge(group.severity());
    }

    /** {@code Deployment of checkout}, {@code new Service of 12 services}. */
    public String subject() {
        String action =
                group.action() == Action.CHANGED ? "" : group.action().name().toLowerCase(Locale.ROOT) + ", ";
        String who = group.count() == 1 ? name(group.members().getFirst()) : group.count() + " objects";
        return action + group.kind() + " of " + who;
    }

    public String name(Member member) {
        return names.of(group.kind(), member);
    }

    /** Those that are shown at once. */
    public List<FieldChange> fields() {
        return group.fields().subList(0, Math.min(FIELDS, group.fields().size()));
    }

    public int moreFields() {
        return group.fields().size() - fields().size();
    }

    public List<Member> members() {
        return group.members().subList(0, Math.min(NAMES, group.members().size()));
    }

    public int moreMembers() {
        return group.count() - members().size();
    }

    /** Whether there is more than is shown at once. */
    public boolean more() {
        return moreFields() > 0 || moreMembers() > 0;
    }
}
