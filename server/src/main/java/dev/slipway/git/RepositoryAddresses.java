package dev.slipway.git;

import dev.slipway.kernel.RepositoryRef;
import dev.slipway.ui.PortalAddress;
import org.springframework.stereotype.Component;

/** Where people find a repository, whole addresses: with the git command line, and in the browser. */
@Component
public class RepositoryAddresses {

    private final String portal;

    RepositoryAddresses(PortalAddress portal) {
        this.portal = portal.base();
    }

    /** What {@code git clone} takes. */
    public String git(RepositoryRef repository) {
        return portal + "/git/" + repository + ".git";
    }

    /** What the addresses of all repositories' pages begin with, up to the last slash. */
    public String pages() {
        return portal + "/repositories";
    }

    public String page(RepositoryRef repository) {
        return pages() + "/" + repository;
    }
}
