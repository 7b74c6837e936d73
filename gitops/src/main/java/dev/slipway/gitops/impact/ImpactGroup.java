package dev.slipway.gitops.impact;

import dev.slipway.gitops.impact.fields.FieldChange;
import dev.slipway.gitops.impact.meaning.Meaning;
import dev.slipway.gitops.impact.meaning.Severity;
import java.util.List;

/**
 * The same change of one or of many objects. Meanings and fields are those of the first member; those of the others differ in
 * nothing but their own names.
 *
 * @param kind of the objects, for example {@code Deployment}
 * @param meanings the worst first, at least one
 * @param fields in the order of the object; none for objects that are new or gone
 * @param members in order of their Applications' names, at least one
 */
public record ImpactGroup(
        String kind, Action action, List<Meaning> meanings, List<FieldChange> fields, List<Member> members) {

    public ImpactGroup {
        meanings = List.copyOf(meanings);
        fields = List.copyOf(fields);
        members = List.copyOf(members);
    }

    /** What happens to the objects. */
    public enum Action {
        ADDED,
        CHANGED,
        REMOVED
    }

    public Severity severity() {
        return meanings.getFirst().severity();
    }

    /** The worst of what it means, in words. */
    public String headline() {
        return meanings.getFirst().words();
    }
}
