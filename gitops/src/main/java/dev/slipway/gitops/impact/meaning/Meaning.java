package dev.slipway.gitops.impact.meaning;

/** What a difference means. Nothing in it is secret. */
public sealed interface Meaning
        permits ApplicationMeaning,
                ObjectMeaning,
                SyncMeaning,
                ContainerMeaning,
                WorkloadMeaning,
                ConfigurationMeaning,
                NetworkMeaning,
                ProtectionMeaning,
                StorageMeaning {

    Severity severity();

    /** One sentence without a full stop. */
    String words();
}
