package dev.slipway.services.onboarding;

import dev.slipway.changes.Change;
import dev.slipway.changes.ChangeRequest;
import dev.slipway.changes.Changes;
import dev.slipway.changes.Intent;
import dev.slipway.documents.tree.FileContent;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ChangeId;
import dev.slipway.kernel.CommitId;
import dev.slipway.scaffolder.ServiceDeclarations;
import dev.slipway.services.Detection;
import dev.slipway.services.Onboarding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The two proposals of an onboarding, each submitted once whatever happens in between. */
@Component
class OnboardingChanges {

    private static final String MAIN = "main";

    private final OnboardingStore store;
    private final Changes changes;
    private final ServiceDeclarations declarations;

    OnboardingChanges(OnboardingStore store, Changes changes, ServiceDeclarations declarations) {
        this.store = store;
        this.changes = changes;
        this.declarations = declarations;
    }

    /** Adds the manifests to the service's repository; people merge it. */
    Change service(Onboarding onboarding, Detection detection) {
        ChangeId id = store.serviceChange(onboarding.id());
        return changes.find(id)
                .orElseGet(() -> submit(new ChangeRequest(
                        id,
                        onboarding.repository(),
                        MAIN,
                        new Intent.AddFiles(files(onboarding)),
                        "onboard",
                        onboarding.service(),
                        null,
                        Explanation.title(onboarding),
                        Explanation.ofService(onboarding, detection),
                        actor(onboarding),
                        List.of(),
                        ChangeRequest.Delivery.PULL_REQUEST_FOR_REVIEW)));
    }

    /** Declares the service to the platform; merged when the service's own pull request is, not by the writer. */
    Change platform(Onboarding onboarding, CommitId commit) {
        ChangeId id = store.platformChange(onboarding.id());
        return changes.find(id)
                .orElseGet(() -> submit(declarations.declare(
                        id,
                        onboarding.service(),
                        onboarding.team(),
                        commit,
                        Explanation.ofPlatform(onboarding),
                        actor(onboarding),
                        ChangeRequest.Delivery.PULL_REQUEST_FOR_REVIEW)));
    }

    /** Takes back a declaration that was merged before its service's own pull request was closed. */
    void takeBack(Onboarding onboarding) {
        String name = "onboarding/" + onboarding.id() + "/take back";
        ChangeId id = new ChangeId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        changes.submit(declarations.takeBack(
                id, onboarding.service(), "Its repository's pull request was not merged.", actor(onboarding)));
    }

    private Change submit(ChangeRequest request) {
        changes.submit(request);
        return changes.find(request.id()).orElseThrow();
    }

    private static Map<String, FileContent> files(Onboarding onboarding) {
        Map<String, FileContent> files = new TreeMap<>();
        onboarding.files().forEach(file -> files.put(file.path(), FileContent.text(file.text())));
        return files;
    }

    static Actor actor(Onboarding onboarding) {
        return new Actor.Automation("services", onboarding.requestedBy());
    }
}
