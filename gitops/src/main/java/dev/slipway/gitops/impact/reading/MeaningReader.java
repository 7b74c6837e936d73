package dev.slipway.gitops.impact.reading;

import dev.slipway.gitops.Application;
import dev.slipway.gitops.ApplicationId;
import dev.slipway.gitops.Identities;
import dev.slipway.gitops.impact.meaning.Meaning;
import dev.slipway.gitops.impact.objects.ObjectPair;
import dev.slipway.gitops.impact.reading.configuration.ConfigurationLosses;
import dev.slipway.gitops.impact.reading.configuration.ConfigurationReader;
import dev.slipway.gitops.impact.reading.configuration.ExternalSecretReader;
import dev.slipway.gitops.impact.reading.configuration.HashedReferenceReader;
import dev.slipway.gitops.impact.reading.configuration.SizeReader;
import dev.slipway.gitops.impact.reading.containers.ContainerReader;
import dev.slipway.gitops.impact.reading.containers.RepeatedVariableReader;
import dev.slipway.gitops.impact.reading.containers.VariableReader;
import dev.slipway.gitops.impact.reading.frame.Findings;
import dev.slipway.gitops.impact.reading.frame.Losses;
import dev.slipway.gitops.impact.reading.frame.Pruning;
import dev.slipway.gitops.impact.reading.frame.Reader;
import dev.slipway.gitops.impact.reading.lifecycle.LifecycleReader;
import dev.slipway.gitops.impact.reading.lifecycle.MoveReader;
import dev.slipway.gitops.impact.reading.network.BackendReader;
import dev.slipway.gitops.impact.reading.network.InjectionReader;
import dev.slipway.gitops.impact.reading.network.MeshReader;
import dev.slipway.gitops.impact.reading.network.NetworkReader;
import dev.slipway.gitops.impact.reading.network.SelectorReader;
import dev.slipway.gitops.impact.reading.network.TargetPortReader;
import dev.slipway.gitops.impact.reading.network.TrafficLosses;
import dev.slipway.gitops.impact.reading.protection.EvictionReader;
import dev.slipway.gitops.impact.reading.protection.GuardReader;
import dev.slipway.gitops.impact.reading.protection.ProtectionLosses;
import dev.slipway.gitops.impact.reading.protection.ProtectionReader;
import dev.slipway.gitops.impact.reading.protection.ScaleTargetReader;
import dev.slipway.gitops.impact.reading.storage.ClaimRetentionReader;
import dev.slipway.gitops.impact.reading.storage.ClaimSizeReader;
import dev.slipway.gitops.impact.reading.storage.MovedDataReader;
import dev.slipway.gitops.impact.reading.storage.StorageLosses;
import dev.slipway.gitops.impact.reading.sync.AmountReader;
import dev.slipway.gitops.impact.reading.sync.DefinitionReader;
import dev.slipway.gitops.impact.reading.sync.HookReader;
import dev.slipway.gitops.impact.reading.sync.IgnoredReader;
import dev.slipway.gitops.impact.reading.sync.ImmutableReader;
import dev.slipway.gitops.impact.reading.workloads.HeldBackReader;
import dev.slipway.gitops.impact.reading.workloads.OwnSelectorReader;
import dev.slipway.gitops.impact.reading.workloads.SettingReader;
import dev.slipway.gitops.impact.reading.workloads.WorkloadLosses;
import dev.slipway.gitops.impact.reading.workloads.WorkloadReader;
import dev.slipway.gitops.impact.reading.world.World;
import dev.slipway.gitops.impact.reading.world.Worlds;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says of a pair of objects everything that its differences mean. */
public final class MeaningReader {

    private final List<Reader> readers;

    /**
     * @param applications those that are there after the change
     * @param leaves whether an Application is gone without what it made
     */
    public MeaningReader(
            World before,
            World after,
            Identities identities,
            Function<ApplicationId, Optional<Application>> applications,
            Predicate<Application> leaves) {
        Worlds worlds = new Worlds(before, after);
        Pruning pruning = new Pruning(identities, applications, leaves);
        // In their order: each sees the differences that those before it have left open.
        this.readers = List.of(
                new LifecycleReader(losses(worlds), identities, pruning),
                new MovedDataReader(pruning),
                new MoveReader(),
                new IgnoredReader(),
                new AmountReader(),
                new HashedReferenceReader(),
                new SelectorReader(worlds),
                new OwnSelectorReader(),
                new GuardReader(worlds),
                new TargetPortReader(worlds),
                new BackendReader(worlds),
                new ClaimRetentionReader(),
                new ScaleTargetReader(worlds, pruning),
                new EvictionReader(worlds),
                new SizeReader(worlds),
                new ImmutableReader(),
                new HookReader(),
                new InjectionReader(),
                new HeldBackReader(),
                new DefinitionReader(),
                new ClaimSizeReader(),
                new SettingReader(),
                new MeshReader(),
                new RepeatedVariableReader(),
                new VariableReader(),
                new ContainerReader(),
                new WorkloadReader(worlds),
                new ConfigurationReader(worlds),
                new ExternalSecretReader(),
                new NetworkReader(),
                new ProtectionReader());
    }

    private static List<Losses> losses(Worlds worlds) {
        return List.of(
                new WorkloadLosses(worlds),
                new StorageLosses(),
                new TrafficLosses(),
                new ConfigurationLosses(worlds),
                new ProtectionLosses());
    }

    /** The worst first; at least one for every pair that differs. */
    public List<Meaning> read(ObjectPair pair) {
        Findings findings = new Findings(pair.differences());
        readers.forEach(reader -> reader.read(pair, findings));
        return findings.meanings();
    }
}
