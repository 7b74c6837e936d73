package dev.slipway.gitops.impact;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.impact.ImpactGroup.Action;
import dev.slipway.gitops.impact.fields.Difference;
import dev.slipway.gitops.impact.fields.FieldChange;
import dev.slipway.gitops.impact.meaning.ApplicationMeaning;
import dev.slipway.gitops.impact.meaning.Meaning;
import dev.slipway.gitops.impact.objects.GeneratedName;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One object that changes, or an Application as a whole.
 *
 * @param gone whether the Application belongs to the revision before alone
 * @param namespace where the object goes; the environment is told by it where nothing else tells
 * @param labels of the object: those of a cluster's own Application say whom they are for
 */
record Change(
        Application application,
        boolean gone,
        String kind,
        String name,
        String namespace,
        Map<String, String> labels,
        Action action,
        List<Meaning> meanings,
        List<FieldChange> fields) {

    /** More would not be read by anybody. */
    private static final int MOST_FIELDS = 200;

    static Change of(ObjectPair pair, List<Meaning> meanings, SetPolicies policies) {
        Manifest any = pair.any();
        List<Meaning> all = new ArrayList<>(meanings);
        if (pair.isChanged() && !any.application().automated()) {
            all.add(new ApplicationMeaning.WaitsForSync());
        }
        if (isReadOtherwise(pair) && policies.leaveUnchanged(any.application())) {
            all.add(new ApplicationMeaning.MayNotArrive());
        }
        boolean isNamespace = any.is("", "Namespace");
        return new Change(
                any.application(),
                pair.after() == null,
                any.object().kind(),
                GeneratedName.stem(any.object()),
                isNamespace ? any.object().name() : any.namespace(),
                any.object().labels(),
                action(pair),
                all,
                fields(pair.differences()));
    }

    private static boolean isReadOtherwise(ObjectPair pair) {
        Manifest before = pair.before();
        return before != null
                && pair.after() != null
                && !before.application()
                        .sources()
                        .equals(pair.any().application().sources());
    }

    private static Action action(ObjectPair pair) {
        if (pair.isChanged()) {
            return Action.CHANGED;
        }
        return pair.before() == null ? Action.ADDED : Action.REMOVED;
    }

    static List<FieldChange> fields(List<Difference> differences) {
        List<FieldChange> fields = new ArrayList<>(
                differences.stream().limit(MOST_FIELDS).map(Difference::shown).toList());
        if (differences.size() > MOST_FIELDS) {
            fields.add(new FieldChange("… and " + (differences.size() - MOST_FIELDS) + " more fields", null, null));
        }
        return fields;
    }
}
