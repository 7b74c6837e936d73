package dev.slipway.gitops.sets;

import java.util.List;

/** The open pull requests of repositories, for the generator of that name. */
public interface PullRequests {

    /** @param repositoryUrl as people would clone it */
    Answer open(String repositoryUrl);

    /** Nobody can be asked. */
    static PullRequests unknown() {
        return url -> new Answer.Unknown("open pull requests are known to the Git host alone, which is not asked here");
    }

    /** The pull requests, or why they are not known. */
    sealed interface Answer {
        record Known(List<PullRequest> pullRequests) implements Answer {
            public Known {
                pullRequests = List.copyOf(pullRequests);
            }
        }

        record Unknown(String reason) implements Answer {}
    }

    record PullRequest(
            long number,
            String title,
            String branch,
            String targetBranch,
            String headCommit,
            List<String> labels,
            String author) {

        public PullRequest {
            labels = List.copyOf(labels);
        }
    }
}
