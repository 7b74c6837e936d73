package dev.slipway.services.web;

import dev.slipway.git.GitHost;
import dev.slipway.git.PullRequest;
import dev.slipway.git.RepositoryAddresses;
import dev.slipway.identity.Access;
import dev.slipway.identity.CurrentActor;
import dev.slipway.identity.Permission;
import dev.slipway.identity.Permissions;
import dev.slipway.kernel.Problem;
import dev.slipway.kernel.ProblemException;
import dev.slipway.kernel.PullRequestRef;
import dev.slipway.platform.Platforms;
import dev.slipway.platform.Team;
import dev.slipway.services.Onboarding;
import dev.slipway.services.Onboardings;
import dev.slipway.ui.Flash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that brings a service, and the page that follows it. */
@Controller
class OnboardingPages {

    private static final int NEWEST = 10;

    private final Onboardings onboardings;
    private final OnboardingLookup lookup;
    private final Platforms platforms;
    private final Permissions permissions;
    private final GitHost host;
    private final RepositoryAddresses addresses;
    private final CurrentActor actor;

    OnboardingPages(
            Onboardings onboardings,
            OnboardingLookup lookup,
            Platforms platforms,
            Permissions permissions,
            GitHost host,
            RepositoryAddresses addresses,
            CurrentActor actor) {
        this.onboardings = onboardings;
        this.lookup = lookup;
        this.platforms = platforms;
        this.permissions = permissions;
        this.host = host;
        this.addresses = addresses;
        this.actor = actor;
    }

    @GetMapping("/onboard")
    @Access(Permission.CREATE_SERVICE)
    String form(@RequestParam(defaultValue = "") String source, Model model) {
        List<Team> teams = teams();
        String team = teams.size() == 1 ? teams.getFirst().name().value() : "";
        return show(OnboardingForm.empty(source, team), List.of(), model);
    }

    @PostMapping("/onboard")
    @Access(Permission.CREATE_SERVICE)
    String begin(
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "false") boolean production,
            @RequestParam(defaultValue = "3") String replicas,
            Model model) {
        OnboardingForm form = new OnboardingForm(source, name, team, description, production, replicas);
        List<Problem> problems = new ArrayList<>(form.problems());
        if (problems.isEmpty()) {
            try {
                return "redirect:/onboard/"
                        + onboardings.begin(form.wish(), actor.get()).id();
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        return show(form, problems, model);
    }

    private String show(OnboardingForm form, List<Problem> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute("teams", teams());
        model.addAttribute("newest", onboardings.newest(NEWEST));
        return "services/onboard";
    }

    private List<Team> teams() {
        return platforms.current().teams().stream()
                .filter(team -> permissions.allows(actor.get(), Permission.CREATE_SERVICE, team.name()))
                .toList();
    }

    @GetMapping("/onboard/{id}")
    @Access(Permission.VIEW)
    String one(@PathVariable String id, Model model) {
        return show(lookup.get(id), List.of(), model);
    }

    private String show(Onboarding onboarding, List<Problem> problems, Model model) {
        model.addAttribute("onboarding", onboarding);
        model.addAttribute("problems", problems);
        model.addAttribute("serviceState", state(onboarding.serviceChange()));
        model.addAttribute("platformState", state(onboarding.platformChange()));
        model.addAttribute("git", addresses.git(onboarding.repository()));
        model.addAttribute("mine", permissions.allows(actor.get(), Permission.CREATE_SERVICE, onboarding.team()));
        return "services/onboarding";
    }

    private PullRequest.@Nullable State state(@Nullable PullRequestRef pull) {
        return pull == null
                ? null
                : host.pullRequest(pull).map(PullRequest::state).orElse(null);
    }

    @PostMapping("/onboard/{id}/proposal")
    @Access(Permission.CREATE_SERVICE)
    String propose(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String port,
            @RequestParam(defaultValue = "") String health,
            Model model,
            RedirectAttributes redirect) {
        Onboarding onboarding = lookup.get(id);
        try {
            if (!port.isBlank() && OnboardingForm.number(port).isEmpty()) {
                return show(onboarding, List.of(Problem.at("port", "\"" + port + "\" is no port.")), model);
            }
            onboardings.propose(
                    onboarding.id(),
                    OnboardingForm.number(port).orElse(null),
                    health.isBlank() ? null : health.strip(),
                    actor.get());
        } catch (ProblemException e) {
            return show(onboarding, e.problems(), model);
        }
        Flash.success(redirect, "Two pull requests are being opened.");
        return "redirect:/onboard/" + id;
    }

    @PostMapping("/onboard/{id}/cancel")
    @Access(Permission.CREATE_SERVICE)
    String cancel(@PathVariable String id, RedirectAttributes redirect) {
        onboardings.cancel(lookup.get(id).id(), actor.get());
        Flash.info(redirect, "It stops; what was made and is not merged is taken back.");
        return "redirect:/onboard/" + id;
    }
}
