package dev.slipway.git.http;

import dev.slipway.git.BranchProtection;
import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.git.PullRequest;
import dev.slipway.git.PullRequestChanged;
import dev.slipway.git.PullRequestQuery;
import dev.slipway.git.RefsChanged;
import dev.slipway.git.RepositoryAccess;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.git.embedded.PushRecorder;
import dev.slipway.kernel.Actor;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.RepositoryRef;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What is checked before a push is taken, and what follows from it. Messages appear on the pusher's terminal. */
@Component
class PushHooks {

    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";
    private static final String WRITERS_BRANCHES = HEADS + "slipway/";

    private final GitHost host;
    private final RepositoryAccess access;
    private final PushRecorder recorder;
    private final RepositoryAddresses addresses;
    private final ApplicationEventPublisher events;

    PushHooks(
            GitHost host,
            RepositoryAccess access,
            PushRecorder recorder,
            RepositoryAddresses addresses,
            ApplicationEventPublisher events) {
        this.host = host;
        this.access = access;
        this.recorder = recorder;
        this.addresses = addresses;
        this.events = events;
    }

    void before(RepositoryRef repository, Actor actor, ReceivePack pack, Collection<ReceiveCommand> commands) {
        for (ReceiveCommand command : commands) {
            refusal(repository, actor, command).ifPresent(reason -> {
                pack.sendMessage("");
                pack.sendMessage("Slipway: " + reason);
                pack.sendMessage("");
                command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, reason);
            });
        }
        recorder.record(repository, actor, pack.getRepository(), taken(commands));
    }

    /** What the refs of this push will be at, unless it fails. */
    private static List<ObjectId> taken(Collection<ReceiveCommand> commands) {
        return commands.stream()
                .filter(command -> command.getResult() == ReceiveCommand.Result.NOT_ATTEMPTED)
                .filter(command -> command.getType() != ReceiveCommand.Type.DELETE)
                .map(ReceiveCommand::getNewId)
                .toList();
    }

    private Optional<String> refusal(RepositoryRef repository, Actor actor, ReceiveCommand command) {
        if (host.repository(repository).filter(HostedRepository::archived).isPresent()) {
            return Optional.of(repository + " is archived: it can be read, not changed.");
        }
        try {
            access.requirePropose(actor, repository);
        } catch (ProblemException e) {
            return Optional.of(e.problems().getFirst().toString());
        }
        if (!command.getRefName().startsWith(HEADS) && !command.getRefName().startsWith(TAGS)) {
            return Optional.of("only branches and tags can be pushed, not " + command.getRefName() + ".");
        }
        if (command.getRefName().startsWith(WRITERS_BRANCHES)) {
            return Optional.of("branches below slipway/ are written by Slipway. Choose another name.");
        }
        return command.getRefName().startsWith(HEADS)
                ? protectedBranch(repository, actor, command)
                : publishedTag(repository, command);
    }

    /** Whoever took a release finds under its tag what was published, whatever roles the pusher has. */
    private Optional<String> publishedTag(RepositoryRef repository, ReceiveCommand command) {
        String tag = command.getRefName().substring(TAGS.length());
        return host.releases(repository).stream()
                .filter(release -> release.tag().equals(tag)
                        && !command.getNewId().name().equals(release.commit().value()))
                .findFirst()
                .map(release -> "the tag " + tag + " belongs to a published release of "
                        + release.commit().value().substring(0, 8)
                        + ": it is neither moved nor removed. Publish what is new under a tag of its own.");
    }

    private Optional<String> protectedBranch(RepositoryRef repository, Actor actor, ReceiveCommand command) {
        String branch = command.getRefName().substring(HEADS.length());
        Optional<BranchProtection> protection = host.protection(repository, branch);
        if (protection.isEmpty() || protection.get().writers().contains(actor.account())) {
            return Optional.empty();
        }
        return Optional.of(
                branch
                        + " is protected. Push another branch and open a pull request: git push origin HEAD:refs/heads/my-change");
    }

    void after(RepositoryRef repository, Actor actor, ReceivePack pack, Collection<ReceiveCommand> commands) {
        for (ReceiveCommand command : commands) {
            if (command.getResult() == ReceiveCommand.Result.OK && command.getType() != ReceiveCommand.Type.DELETE) {
                pointTheWay(repository, pack, command);
            } else if (command.getResult() == ReceiveCommand.Result.OK
                    && command.getRefName().startsWith(HEADS)) {
                closeProposalsOf(repository, command.getRefName().substring(HEADS.length()));
            }
        }
        events.publishEvent(new RefsChanged(repository));
    }

    /** The host closes a pull request whose branch has gone when it looks at it. */
    private void closeProposalsOf(RepositoryRef repository, String branch) {
        List<PullRequest> before = host.pullRequests(PullRequestQuery.ofBranch(repository, null, branch));
        before.forEach(pull -> events.publishEvent(new PullRequestChanged(pull.ref())));
    }

    private void pointTheWay(RepositoryRef repository, ReceivePack pack, ReceiveCommand command) {
        if (!command.getRefName().startsWith(HEADS) || command.getRefName().equals(HEADS + "main")) {
            return;
        }
        String branch = command.getRefName().substring(HEADS.length());
        Optional<PullRequest> open =
                host.pullRequests(PullRequestQuery.ofBranch(repository, PullRequest.State.OPEN, branch)).stream()
                        .findFirst();
        open.ifPresent(pull -> events.publishEvent(new PullRequestChanged(pull.ref())));
        pack.sendMessage("");
        String pulls = addresses.page(repository) + "/pulls/";
        pack.sendMessage(open.map(PullRequest::ref)
                .map(pull -> "Slipway: updates pull request #" + pull.number() + ": " + pulls + pull.number())
                .orElse("Slipway: open a pull request at " + pulls + "new?branch="
                        + URLEncoder.encode(branch, StandardCharsets.UTF_8)));
        pack.sendMessage("");
    }
}
