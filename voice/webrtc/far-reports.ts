import { RtcpRrPacket, RtcpSrPacket, type RTCRtpSender } from 'werift';
import type { FarReport } from '../media-transport.ts';

/** What the browser says of our sound, each time it says so. */
export const hearReports = (sender: RTCRtpSender, clockRate: number, told: (report: FarReport) => void) => {
  sender.onRtcp.subscribe((packet) => {
    if (!(packet instanceof RtcpSrPacket) && !(packet instanceof RtcpRrPacket)) return;
    const report = packet.reports.find(({ ssrc }) => ssrc === sender.ssrc);
    if (!report) return;
    const { rtt } = sender as unknown as { rtt?: number };
    told({
      lost: report.fractionLost / 256,
      jitterMs: (report.jitter / clockRate) * 1000,
      ...(rtt !== undefined && { roundTripMs: Math.max(0, rtt * 1000) }),
    });
  });
};
