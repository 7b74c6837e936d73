package dev.slipway.git.web;

import dev.slipway.kernel.RepositoryRef;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the git command line finds a repository. */
@Component
class CloneAddress {

    private final String prefix;

    CloneAddress(@Value("${slipway.domain:localhost}") String domain, @Value("${slipway.port:7070}") int port) {
        this.prefix = "http://slipway." + domain + ":" + port + "/git/";
    }

    String of(RepositoryRef repository) {
        return prefix + repository + ".git";
    }
}
