"""Code hosting, builds and issue trackers."""

from inspector.providers.entries.generic import standard_v1
from inspector.providers.layout import Single
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme

FORGES = ("X-Gitea-Event", "X-Forgejo-Event", "X-Gogs-Event")
"""Forges that send GitHub's header fields beside their own."""

_REPO = "{repository.full_name, organization.login, installation.account.login, sender.login}"

GITHUB = Provider(
    id="github",
    name="GitHub",
    category="dev",
    monogram="GH",
    secret_words="the webhook’s secret",
    secret_where="GitHub shows it only when it is set: repository › Settings › Webhooks › Edit › Secret.",
    marks=(
        Mark(headers=("X-GitHub-Event",), unless=FORGES, precedence=40),
        Mark(agent="GitHub-Hookshot/", unless=FORGES, precedence=42),
        Mark(headers=("X-Hub-Signature-256",), unless=(*FORGES, "X-Event-Key"), precedence=85),
    ),
    schemes=(
        Scheme(
            id="github-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-Hub-Signature-256"),
            layout=Single(prefix="sha256="),
        ),
        Scheme(
            id="github-sha1",
            algorithm="hmac-sha1",
            place=place("header:X-Hub-Signature"),
            layout=Single(prefix="sha1="),
            alongside=True,
        ),
    ),
    event=places("header:X-GitHub-Event"),
    delivery_id=places("header:X-GitHub-Delivery"),
    gists=(
        ("push", "{repository.full_name} · {ref|branch} · {commits|count:commit}"),
        ("ping", _REPO + " · {zen}"),
        (
            "pull_request_review",
            (
                "{repository.full_name} · #{pull_request.number} {pull_request.title?} · {review.state, action} · "
                "{review.user.login}"
            ),
        ),
        (
            "pull_request_review_comment",
            "{repository.full_name} · #{pull_request.number} · {comment.user.login}: {comment.body}",
        ),
        ("pull_request*", "{repository.full_name} · #{number, pull_request.number} {pull_request.title?} · {action}"),
        ("issues", "{repository.full_name} · #{issue.number} {issue.title?} · {action}"),
        ("issue_comment", "{repository.full_name} · #{issue.number} {issue.title?} · comment {action}"),
        ("commit_comment", "{repository.full_name} · {comment.commit_id|short} · comment {action}"),
        ("discussion*", "{repository.full_name} · #{discussion.number} {discussion.title?} · {action}"),
        ("release", "{repository.full_name} · {release.tag_name} · {action}"),
        (
            "workflow_run",
            (
                "{repository.full_name} · {workflow_run.name} #{workflow_run.run_number} · "
                "{workflow_run.conclusion, workflow_run.status, action}"
            ),
        ),
        (
            "workflow_job",
            "{repository.full_name} · {workflow_job.name} · {workflow_job.conclusion, workflow_job.status, action}",
        ),
        (
            "check_run",
            "{repository.full_name} · {check_run.name} · {check_run.conclusion, check_run.status, action}",
        ),
        (
            "check_suite",
            (
                "{repository.full_name} · {check_suite.head_branch, check_suite.head_sha|branch} · "
                "{check_suite.conclusion, check_suite.status, action}"
            ),
        ),
        (
            "deployment_status",
            (
                "{repository.full_name} · {deployment_status.environment, deployment.environment} · "
                "{deployment_status.state}"
            ),
        ),
        ("deployment", "{repository.full_name} · {deployment.environment} · {deployment.ref|branch}"),
        ("status", "{repository.full_name} · {context} · {state}"),
        ("create", "{repository.full_name} · {ref_type} {ref} created"),
        ("delete", "{repository.full_name} · {ref_type} {ref} deleted"),
        ("fork", "{repository.full_name} · {forkee.full_name}"),
        ("gollum", "{repository.full_name} · {pages.0.title} · {pages.0.action}"),
        ("label", "{repository.full_name} · {label.name} · {action}"),
        ("milestone", "{repository.full_name} · {milestone.title} · {action}"),
        ("member", "{repository.full_name} · {member.login} · {action}"),
        ("package", "{repository.full_name} · {package.name} · {action}"),
        ("star", "{repository.full_name} · {repository.stargazers_count|number:star} · {sender.login} · {action}"),
        ("watch", "{repository.full_name} · {repository.stargazers_count|number:star} · {sender.login} · {action}"),
        (
            "dependabot_alert",
            (
                "{repository.full_name} · #{alert.number} {alert.security_advisory.summary?} · "
                "{alert.security_advisory.severity} · {action}"
            ),
        ),
        (
            "code_scanning_alert",
            "{repository.full_name} · #{alert.number} {alert.rule.description?} · {alert.rule.severity} · {action}",
        ),
        (
            "secret_scanning_alert*",
            "{repository.full_name} · #{alert.number} {alert.secret_type_display_name, alert.secret_type} · {action}",
        ),
        ("security_advisory", "{security_advisory.summary} · {security_advisory.severity} · {action}"),
        ("merge_group", "{repository.full_name} · {merge_group.head_commit.message} · {action}"),
        ("branch_protection_rule", "{repository.full_name} · {rule.name} · {action}"),
        ("repository_ruleset", "{repository.full_name} · {repository_ruleset.name} · {action}"),
        ("registry_package", "{repository.full_name} · {registry_package.name} · {action}"),
        ("installation*", "{installation.account.login} · {repositories|count:repository} · {action} · {sender.login}"),
        ("team*", "{organization.login} · {team.name} · {repository.full_name} · {action}"),
        ("membership", "{organization.login} · {team.name} · {member.login} · {action}"),
        ("organization", "{organization.login} · {membership.user.login, invitation.login} · {action}"),
        ("projects_v2*", "{organization.login} · {projects_v2.title, projects_v2_item.content_type} · {action}"),
        ("sponsorship", "{sponsorship.sponsor.login} · {sponsorship.tier.name} · {action}"),
        ("marketplace_purchase", "{marketplace_purchase.account.login} · {marketplace_purchase.plan.name} · {action}"),
        ("page_build", "{repository.full_name} · {build.status} · {build.pusher.login}"),
        ("*", _REPO + " · {action} · {sender.login}"),
    ),
    deadline_s=10.0,
    retries=False,
    retry_policy="deliveries are sent again by hand or through its API",
    wrong_secrets=(
        ("ghp_", "a personal access token"),
        ("github_pat_", "a personal access token"),
        ("gho_", "an OAuth token"),
        ("ghs_", "an installation token"),
        ("-----BEGIN", "a private key"),
    ),
    sources=(
        "github/docs: validating webhook deliveries; troubleshooting signatures",
        "npm @octokit/webhooks-methods 6.0.0",
    ),
    evidence="published vector",
    doubts=(
        "waits 10 s and never tries again by itself (not in the sources that were read)",
        "form bodies are signed as they are sent, not the JSON inside (inferred)",
    ),
)

_PROJECT = "{project.path_with_namespace, project.name, repository.name, group.full_path}"

GITLAB = Provider(
    id="gitlab",
    name="GitLab",
    category="dev",
    monogram="GL",
    secret_words="the webhook’s secret token",
    secret_where="GitLab shows it only when it is set: project › Settings › Webhooks › Secret token.",
    marks=(Mark(headers=("X-Gitlab-Event",)), Mark(headers=("X-Gitlab-Token",)), Mark(agent="GitLab/", precedence=42)),
    schemes=(
        standard_v1("gitlab-v1", keys=("whsec", "utf-8"), secret_starts=("whsec_",)),
        Scheme(
            id="gitlab-token",
            algorithm="token",
            place=place("header:X-Gitlab-Token"),
            layout=Single(),
            encoding="plain",
        ),
    ),
    decides="any",
    event=places("header:X-Gitlab-Event"),
    delivery_id=places("header:Idempotency-Key", "header:webhook-id", "header:X-Gitlab-Event-UUID"),
    gists=(
        ("Push Hook", _PROJECT + " · {ref|branch} · {total_commits_count|number:commit}"),
        ("Tag Push Hook", _PROJECT + " · {ref|branch}"),
        (
            "Merge Request Hook",
            _PROJECT + " · !{object_attributes.iid} {object_attributes.title?} · "
            "{object_attributes.action, object_attributes.state}",
        ),
        (
            "*Issue Hook",
            _PROJECT + " · #{object_attributes.iid} {object_attributes.title?} · "
            "{object_attributes.action, object_attributes.state}",
        ),
        ("*Note Hook", _PROJECT + " · {object_attributes.noteable_type} · {object_attributes.note}"),
        (
            "Pipeline Hook",
            _PROJECT + " · #{object_attributes.id} {object_attributes.ref?} · {object_attributes.status}",
        ),
        ("Job Hook", _PROJECT + " · {build_name} · {build_status}"),
        ("Deployment Hook", _PROJECT + " · {environment} · {status}"),
        ("Release Hook", _PROJECT + " · {tag} · {action}"),
        ("Wiki Page Hook", _PROJECT + " · {object_attributes.title} · {object_attributes.action}"),
        ("Feature Flag Hook", _PROJECT + " · {object_attributes.name} · active: {object_attributes.active}"),
        (
            "Emoji Hook",
            _PROJECT + " · :{object_attributes.name}: on {object_attributes.awardable_type} · {user.username}",
        ),
        ("Milestone Hook", _PROJECT + " · {object_attributes.title} · {action, object_attributes.state}"),
        ("Member Hook", "{group_name, project_name} · {user_name, user_username} · {group_access, project_access}"),
        ("Subgroup Hook", "{full_path, name} · {event_name}"),
        ("Project Hook", "{path_with_namespace, name} · {event_name}"),
        (
            "Vulnerability Hook",
            _PROJECT + " · {object_attributes.title} · {object_attributes.severity} · {object_attributes.state}",
        ),
        (
            "Resource Access Token Hook",
            _PROJECT + " · {object_attributes.name} · expires {object_attributes.expires_at}",
        ),
        ("*", _PROJECT + " · {object_kind, event_name} · {user.username, user_username}"),
    ),
    sensitive=places("header:X-Gitlab-Token"),
    deadline_s=10.0,
    wrong_secrets=(("glpat-", "a personal access token"), ("gldt-", "a deploy token"), ("glrt-", "a runner token")),
    sources=(
        "GitLab's documentation of webhooks",
        "gitlab-org/gitlab merge request 230944 (signing tokens)",
    ),
    doubts=(
        "how the signing token becomes a key is not confirmed: base64 behind whsec_ and plain text are both tried",
        "the names of X-Gitlab-Event-UUID and X-Gitlab-Instance are not confirmed",
        "waits 10 s (not in the sources that were read)",
    ),
)

DEV = (GITHUB, GITLAB)
