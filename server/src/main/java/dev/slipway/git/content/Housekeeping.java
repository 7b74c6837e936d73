package dev.slipway.git.content;

import dev.slipway.git.GitHost;
import dev.slipway.git.HostedRepository;
import dev.slipway.scheduling.Reconciliation;
import java.time.Duration;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Packs loose objects where there are many, and drops old ones that nothing leads to. */
@Component
class Housekeeping implements Reconciliation {

    private final Repositories repositories;
    private final ObjectProvider<GitHost> host;

    Housekeeping(Repositories repositories, ObjectProvider<GitHost> host) {
        this.repositories = repositories;
        this.host = host;
    }

    @Override
    public String name() {
        return "git-housekeeping";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(6);
    }

    @Override
    public void reconcile() {
        for (HostedRepository repository : host.getObject().repositories()) {
            if (repositories.exists(repository.ref())) {
                repositories.get(repository.ref()).autoGC(NullProgressMonitor.INSTANCE);
            }
        }
    }
}
