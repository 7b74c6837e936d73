package dev.slipway.gitops.impact.reading.protection;

import dev.slipway.gitops.impact.meaning.ProtectionMeaning;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.frame.Pruning;
import dev.slipway.gitops.impact.reading.frame.Reader;
import dev.slipway.gitops.impact.reading.world.Mention;
import dev.slipway.gitops.impact.reading.world.World;
import dev.slipway.gitops.impact.reading.world.Worlds;
import dev.slipway.kustomize.Resource;
import java.util.Set;

/** Autoscalers whose workload is not there, or not there any more. */
public final class ScaleTargetReader implements Reader {

    private static final Set<String> AUTOSCALERS = Set.of("HorizontalPodAutoscaler", "ScaledObject");

    private final World after;
    private final Pruning pruning;

    public ScaleTargetReader(Worlds worlds, Pruning pruning) {
        this.after = worlds.after();
        this.pruning = pruning;
    }

    @Override
    public void read(ObjectPair pair, Findings findings) {
        Manifest is = pair.after();
        if (is == null && pruning.stays(pair.any()).isEmpty()) {
            after.mentioning(pair.any()).stream()
                    .filter(each -> AUTOSCALERS.contains(each.kind()))
                    .forEach(each ->
                            findings.add(nothing(each, Mention.to(pair.any().object()))));
        } else if (is != null && AUTOSCALERS.contains(is.object().kind())) {
            autoscaler(pair, is, findings);
        }
    }

    /** One that named the same before tells nothing new. */
    private void autoscaler(ObjectPair pair, Manifest is, Findings findings) {
        Manifest was = pair.before();
        Mention.scaled(is.object())
                .filter(target -> was == null
                        || Mention.scaled(was.object()).filter(target::equals).isEmpty())
                .filter(target -> !after.of(is).holds(target))
                .ifPresent(target -> findings.add(nothing(is.object(), target)));
    }

    private static ProtectionMeaning.ScalesNothing nothing(Resource autoscaler, Mention target) {
        return new ProtectionMeaning.ScalesNothing(Mention.to(autoscaler).words(), target.words());
    }
}
