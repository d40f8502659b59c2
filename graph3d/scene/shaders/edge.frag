VARYING vec4 vColor;
VARYING vec2 vAcross;

void MAIN()
{
    FRAGCOLOR = vec4(vColor.rgb, vColor.a * clamp(vAcross.y + 0.5 - abs(vAcross.x), 0.0, 1.0));
}
