package dev.slipway.gitops.impact.reading.lifecycle;

import dev.slipway.gitops.Identities;
import dev.slipway.gitops.impact.meaning.NetworkMeaning;
import dev.slipway.gitops.impact.meaning.ObjectMeaning;
import dev.slipway.gitops.impact.objects.GeneratedName;
import dev.slipway.gitops.impact.objects.Manifest;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.frame.Losses;
import dev.slipway.gitops.impact.reading.frame.Pruning;
import dev.slipway.gitops.impact.reading.frame.Reader;
import dev.slipway.gitops.impact.reading.kinds.Hosts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Objects that are new, gone, or in other hands. */
public final class LifecycleReader implements Reader {

    private static final List<String> POLICIES = List.of("NetworkPolicy", "CiliumNetworkPolicy", "AuthorizationPolicy");

    private final ObjectLosses losses;
    private final Identities identities;
    private final Pruning pruning;

    /** @param losses what is lost with objects of single kinds */
    public LifecycleReader(List<Losses> losses, Identities identities, Pruning pruning) {
        this.losses = new ObjectLosses(losses);
        this.identities = identities;
        this.pruning = pruning;
    }

    @Override
    public void read(ObjectPair pair, Findings findings) {
        Manifest before = pair.before();
        Manifest after = pair.after();
        if (before == null) {
            added(Objects.requireNonNull(after), findings);
        } else if (after == null) {
            removed(before, findings);
        } else {
            changed(before, after, findings);
        }
    }

    private static void added(Manifest after, Findings findings) {
        findings.add(
                POLICIES.contains(after.object().kind())
                        ? new NetworkMeaning.PolicyAdded(after.words())
                        : new ObjectMeaning.Added(after.words()));
        Hosts.of(after).forEach(host -> findings.add(new NetworkMeaning.Host(host, true)));
    }

    private void removed(Manifest before, Findings findings) {
        Optional<String> stays = pruning.stays(before);
        findings.add(stays.<ObjectMeaning>map(why -> new ObjectMeaning.StaysLive(before.words(), why))
                .orElseGet(() -> losses.of(before)));
    }

    private void changed(Manifest before, Manifest after, Findings findings) {
        if (!identities.of(before.application()).equals(identities.of(after.application()))) {
            findings.add(new ObjectMeaning.ChangedHands(
                    after.words(),
                    identities.words(before.application()),
                    identities.words(after.application()),
                    pruning.stays(before).isEmpty()));
        }
        findings.open(path -> path.keys().equals(List.of("apiVersion")))
                .forEach(each -> findings.add(
                        each,
                        new ObjectMeaning.ApiVersionChanged(
                                before.object().apiVersion(), after.object().apiVersion())));
        if (GeneratedName.stem(before.object()).equals(GeneratedName.stem(after.object()))) {
            findings.claim(path -> path.keys().equals(List.of("metadata", "name")));
        }
    }
}
