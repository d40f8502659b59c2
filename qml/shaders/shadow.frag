// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

// The soft shadow of a rounded rectangle, from its distance field; dithered, as a faint ramp shows its steps.
layout(location = 0) in vec2 qt_TexCoord0;
layout(location = 0) out vec4 fragColor;

layout(std140, binding = 0) uniform buf {
    mat4 qt_Matrix;
    float qt_Opacity;
    float spread; // how far it reaches beyond the rectangle, on every side of the item
    float corner;
    vec2 area;
    vec4 ink; // premultiplied
};

// Interleaved gradient noise (Jimenez 2014).
float noise(vec2 pixel)
{
    return fract(52.9829189 * fract(dot(pixel, vec2(0.06711056, 0.00583715))));
}

void main()
{
    vec2 inside = area * 0.5 - vec2(spread + corner);
    vec2 beyond = abs(qt_TexCoord0 * area - area * 0.5) - inside;
    float away = length(max(beyond, 0.0)) + min(max(beyond.x, beyond.y), 0.0) - corner;
    float depth = 1.0 - smoothstep(-spread, spread, away);
    float step8 = (noise(gl_FragCoord.xy) - 0.5) / 255.0;
    vec4 shade = ink * depth * depth;
    fragColor = vec4(shade.rgb, clamp(shade.a + step8 * step(0.001, shade.a), 0.0, 1.0)) * qt_Opacity;
}
