{{- define "narutalk.name" -}}
{{- .Release.Name | trunc 50 | trimSuffix "-" -}}
{{- end -}}

{{/* What finds the pods of a role; never changed on an upgrade. Takes (dict "root" $ "role" "server"). */}}
{{- define "narutalk.selector" -}}
app.kubernetes.io/name: narutalk
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .role }}
{{- end -}}

{{- define "narutalk.labels" -}}
{{ include "narutalk.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end -}}

{{/* The pod of a role: the same image and settings, by PROCESS_ROLE. */}}
{{- define "narutalk.pod" -}}
{{- $values := .root.Values -}}
metadata:
  labels:
    {{- include "narutalk.labels" . | nindent 4 }}
  annotations:
    # A change of a setting starts the pods anew.
    checksum/settings: {{ $values.settings | toJson | sha256sum }}
spec:
  automountServiceAccountToken: false
  terminationGracePeriodSeconds: {{ add ($values.settings.SHUTDOWN_GRACE_SECONDS | default 10 | int) 35 }}
  securityContext:
    runAsNonRoot: true
    # `node` of the image.
    runAsUser: 1000
    runAsGroup: 1000
    fsGroup: 1000
    seccompProfile: { type: RuntimeDefault }
  {{- with $values.imagePullSecrets }}
  imagePullSecrets: {{ toJson . }}
  {{- end }}
  containers:
    - name: narutalk
      image: {{ printf "%s:%v" $values.image.repository ($values.image.tag | default .root.Chart.AppVersion) | quote }}
      imagePullPolicy: {{ $values.image.pullPolicy }}
      envFrom:
        - configMapRef: { name: {{ include "narutalk.name" .root }} }
      env:
        - { name: PROCESS_ROLE, value: {{ .role }} }
        {{- range $key, $isRead := $values.secretKeys }}
        {{- if $isRead }}
        - { name: {{ $key }}_FILE, value: /run/secrets/narutalk/{{ $key }} }
        {{- end }}
        {{- end }}
      ports:
        {{- if eq .role "server" }}
        - { name: http, containerPort: 3000 }
        {{- end }}
        - { name: operators, containerPort: 9464 }
      startupProbe:
        httpGet: { path: /healthz, port: operators }
        periodSeconds: 2
        failureThreshold: 60
      livenessProbe:
        httpGet: { path: /healthz, port: operators }
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 6
      readinessProbe:
        httpGet: { path: /readyz, port: operators }
        periodSeconds: 5
        timeoutSeconds: 3
      {{- if eq .role "server" }}
      lifecycle:
        # Until every proxy knows that this pod is leaving.
        preStop: { exec: { command: [sleep, '5'] } }
      {{- end }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities: { drop: [ALL] }
      resources: {{ toJson (index $values .role).resources }}
      volumeMounts:
        - { name: secrets, mountPath: /run/secrets/narutalk, readOnly: true }
        - { name: data, mountPath: /app/data }
        - { name: tmp, mountPath: /tmp }
  volumes:
    - name: secrets
      secret:
        secretName: {{ required "existingSecret: the name of the Secret with AUTH_SECRET, DATABASE_URL and the others of values.yaml" $values.existingSecret }}
        # Read by the group of the pod, and by nobody else.
        defaultMode: 0440
    - name: data
      emptyDir: { sizeLimit: {{ $values.dataVolume.sizeLimit }} }
    - name: tmp
      emptyDir: { sizeLimit: {{ $values.dataVolume.sizeLimit }} }
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "narutalk.selector" . | nindent 10 }}
  {{- with $values.nodeSelector }}
  nodeSelector: {{ toJson . }}
  {{- end }}
  {{- with $values.tolerations }}
  tolerations: {{ toJson . }}
  {{- end }}
  {{- with $values.affinity }}
  affinity: {{ toJson . }}
  {{- end }}
{{- end -}}
